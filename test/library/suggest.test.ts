import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallLibrary } from '../fixtures/library.ts';

describe('suggestions', () => {
  test('the number of a resolution gives its editions, newest first', async () => {
    const library = await smallLibrary();
    const found = await library.suggest('res 7', 8);
    expect(found.slice(0, 2).map(({ kind, address }) => [kind, address])).toEqual([
      ['edition', 'wtsa/resolution/7@2024'],
      ['edition', 'wtsa/resolution/7@2016'],
    ]);
  });

  test.each(['sg13', 'SG 13', 'Study Group 13', 'study gr', 'ITU\u2011T Study Group 13'])(
    '"%s" gives the study group and where it is spoken to',
    async (typed) => {
      const library = await smallLibrary();
      const [first] = await library.suggest(typed, 8);
      expect(first).toEqual({
        text: 'ITU-T Study Group 13',
        kind: 'actor',
        address: 'wtsa/resolution/7@2024#instructs-itu-t-sg-13',
      });
    },
  );

  test('a word inside a title gives its edition', async () => {
    const library = await smallLibrary();
    expect((await library.suggest('lights', 8)).map(({ address }) => address)).toEqual([
      'wtdc/resolution/30@2017',
    ]);
  });

  test('a work that is only cited is suggested as a work', async () => {
    const library = await smallLibrary();
    expect(await library.suggest('56', 8)).toEqual([
      { text: 'Work ra/resolution/56', kind: 'work', address: 'ra/resolution/56' },
    ]);
  });

  test('the words of a heading give its section', async () => {
    const library = await smallLibrary();
    expect(await library.suggest('invites mem', 8)).toEqual([
      {
        text: 'invites Member States, Resolution 30 (Buenos Aires, 2017)',
        kind: 'section',
        address: 'wtdc/resolution/30@2017#invites-member-states',
      },
    ]);
  });

  test('no more are given than were asked for', async () => {
    const library = await smallLibrary();
    expect(await library.suggest('r', 2)).toHaveLength(2);
  });

  test('any string is answered', async () => {
    const library = await smallLibrary();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (typed) => {
        expect((await library.suggest(typed, 5)).length).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('nothing, or nothing but marks, gives nothing', async () => {
    const library = await smallLibrary();
    for (const typed of ['', '   ', '\u2014 ?'])
      expect(await library.suggest(typed, 8)).toEqual([]);
  });
});
