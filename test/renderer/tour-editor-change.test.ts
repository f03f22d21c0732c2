import { expect, test } from 'vitest';
import type { Address, EditionId } from '../../main/contract/ids.ts';
import type { Attention, OwnExhibit, OwnStop, OwnTour } from '../../main/contract/own-tours.ts';
import {
  atNewPlace,
  emptyStop,
  minutesOf,
  stillThere,
  withCopyOf,
  withExhibit,
  withExhibitAt,
  withExhibitChanged,
  withoutStop,
  withStop,
  withStopAt,
  withStopChanged,
  withWordsOf,
} from '../../renderer/state/tour-editor-change.ts';

const at = (address: string, exact: string | null = null): OwnExhibit => ({
  kind: 'address',
  address: address as Address,
  quotation: exact === null ? null : { exact, prefix: '', suffix: '' },
});
const stop = (id: string, show: readonly OwnExhibit[] = [], minutes = 3): OwnStop => ({
  ...emptyStop(),
  id,
  minutes,
  show,
});
const tour = (...stops: OwnStop[]): OwnTour => ({
  address: 'tour/own-a' as Address,
  title: '',
  lead: '',
  language: 'en',
  basedOn: null,
  stops,
});
const ids = ({ stops }: OwnTour) => stops.map(({ id }) => id).join('');
const shown = ({ stops }: OwnTour, order = 0) =>
  stops[order]?.show.map((one) => (one.kind === 'address' ? one.address : one.kind)).join(' ');

test('stops are added, copied after themselves, moved and taken away', () => {
  const three = tour(stop('a'), stop('b'), stop('c'));
  expect(ids(withStop(three, stop('d')))).toBe('abcd');
  expect(ids(withCopyOf(three, 'b', 'x'))).toBe('abxc');
  expect(ids(withStopAt(three, 'a', 2))).toBe('bca');
  expect(ids(withStopAt(three, 'c', 0))).toBe('cab');
  expect(ids(withoutStop(three, 'b'))).toBe('ac');
});

test('what cannot be done changes nothing', () => {
  const two = tour(stop('a'), stop('b'));
  expect(withStopAt(two, 'a', -1)).toBe(two);
  expect(withStopAt(two, 'a', 2)).toBe(two);
  expect(withStopAt(two, 'x', 0)).toBe(two);
  expect(withCopyOf(two, 'x')).toBe(two);
  expect(withExhibitAt(two, 'a', 0, 1)).toBe(two);
  const full = tour(...Array.from({ length: 200 }, (_one, order) => stop(`s${order}`)));
  expect(withStop(full, stop('more'))).toBe(full);
});

test('the minutes of the stops are summed', () => {
  expect(minutesOf(tour(stop('a', [], 4), stop('b', [], 0), stop('c', [], 11)))).toBe(15);
});

test('what a stop shows is added, put in another order, and taken out', () => {
  const one = tour(stop('a', [at('term/imt'), at('body/itu')]));
  const more = withExhibit(one, 'a', at('topic/security'));
  expect(shown(more)).toBe('term/imt body/itu topic/security');
  expect(shown(withExhibitAt(more, 'a', 2, 0))).toBe('topic/security term/imt body/itu');
  expect(shown(withExhibitChanged(more, 'a', 1, null))).toBe('term/imt topic/security');
});

test('words that keeping has noted come to what was typed meanwhile', () => {
  const sent = tour(stop('a', [at('wtsa/resolution/92@2024#resolves.1')]));
  const kept = tour(stop('a', [at('wtsa/resolution/92@2024#resolves.1', 'to invite')]));
  const typed = withStopChanged(sent, 'a', { title: 'Typed meanwhile' });
  const merged = withWordsOf(typed, sent, kept);
  expect(merged.stops[0]?.title).toBe('Typed meanwhile');
  expect(merged.stops[0]?.show[0]?.quotation?.exact).toBe('to invite');
  expect(withWordsOf(merged, sent, kept)).toBe(merged);
});

test('who asks for new words while the old ones are on their way does not get the old ones', () => {
  const sent = tour(stop('a', [at('wtsa/resolution/92@2024#resolves.1', 'the old words')]));
  const asked = tour(stop('a', [at('wtsa/resolution/92@2024#resolves.1')]));
  expect(withWordsOf(asked, sent, sent)).toBe(asked);
});

test('words that were noted before are not noted anew', () => {
  const own = tour(stop('a', [at('wtsa/resolution/92@2024#resolves.1', 'the old words')]));
  const kept = tour(stop('a', [at('wtsa/resolution/92@2024#resolves.1', 'the new words')]));
  expect(withWordsOf(own, own, kept)).toBe(own);
});

const trouble = (change: Partial<Attention> = {}): Attention => ({
  stop: 'a',
  exhibit: 0,
  why: 'moved',
  was: { exact: 'to invite', prefix: '', suffix: '' },
  now: '',
  found: null,
  ...change,
});

test('what needs attention is not said of what stands in its place by now', () => {
  const own = tour(stop('a', [at('term/imt'), at('a/b/1@2020#resolves.1', 'to invite')]));
  expect(stillThere(own, [trouble()])).toEqual([]);
  expect(stillThere(own, [trouble({ exhibit: 1 })])).toHaveLength(1);
  expect(stillThere(own, [trouble({ stop: 'gone' })])).toEqual([]);
});

test('what has moved is shown at its new place, a comparison in the edition of it', () => {
  const found = 'a/b/1@2024#resolves.2' as Address;
  expect(atNewPlace(at('a/b/1@2020#resolves.1', 'to invite'), trouble({ found }))).toEqual(
    at('a/b/1@2024#resolves.2'),
  );
  const comparison: OwnExhibit = {
    kind: 'comparison',
    from: 'a/b/1@2016' as EditionId,
    to: 'a/b/1@2020' as EditionId,
    at: 'a/b/1@2020#resolves.1' as Address,
    quotation: { exact: 'to invite', prefix: '', suffix: '' },
  };
  expect(atNewPlace(comparison, trouble({ found }))).toEqual({
    ...comparison,
    to: 'a/b/1@2024',
    at: found,
    quotation: null,
  });
});
