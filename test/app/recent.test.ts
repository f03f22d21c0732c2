import { expect, it } from 'vitest';
import { withRecent } from '../../main/app/recent.ts';

const list = [
  { place: '#/wtsa/resolution/92@2024', title: 'Resolution 92' },
  { place: '#/tour/resolution-92/2', title: 'A tour' },
];

it('a document that is read again comes first, at the place that is read now', () => {
  expect(withRecent(list, '#/tour/resolution-92/5', 'A tour')).toEqual([
    { place: '#/tour/resolution-92/5', title: 'A tour' },
    list[0],
  ]);
  expect(withRecent(list, '#/wtsa/resolution/92@2016', 'Of 2016')).toHaveLength(3);
});

it.each(['#/', '#/search?q=imt', '#/library', '#/map', '#/settings', '#/edit/tour/own-x'])(
  '%s is no document',
  (place) => {
    expect(withRecent(list, place, 'Something')).toEqual(list);
  },
);

it('the list ends somewhere', () => {
  let long = list;
  for (let number = 1; number <= 30; number += 1)
    long = withRecent(long, `#/wtsa/resolution/${number}`, `Resolution ${number}`);
  expect(long).toHaveLength(10);
  expect(long[0]?.title).toBe('Resolution 30');
});
