import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkId } from '../../main/contract/ids.ts';
import { excerptOf, markedPieces, opening, piecesOf } from '../../renderer/parts/pieces.ts';

const cite = (text: string, part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length, text: part, work: 'a/b/1' as WorkId, edition: null };
};

test('a text is cut at its citations and footnote marks, in order', () => {
  const text = 'see Resolution 1, and countries;';
  const citation = cite(text, 'Resolution 1');
  const footnote = { mark: '1', text: 'These include', at: text.indexOf(';') };
  expect(piecesOf(text, [citation], [footnote])).toEqual([
    { kind: 'text', at: 0, text: 'see ' },
    { kind: 'citation', at: 4, text: 'Resolution 1', citation },
    { kind: 'text', at: 16, text: ', and countries' },
    { kind: 'footnote', at: 31, footnote },
    { kind: 'text', at: 31, text: ';' },
  ]);
});

test('a reference to a place in the same document is a piece of its own, but never cuts a citation', () => {
  const text = 'see resolves 5 of Resolution 1';
  const citation = cite(text, 'Resolution 1');
  const reference = { start: 4, end: 14, text: 'resolves 5', address: 'resolves.5' };
  const inside = { start: 18, end: 28, text: 'Resolution', address: '' };
  expect(piecesOf(text, [citation], [], [reference, inside])).toEqual([
    { kind: 'text', at: 0, text: 'see ' },
    { kind: 'reference', at: 4, text: 'resolves 5', to: 'resolves.5' },
    { kind: 'text', at: 14, text: ' of ' },
    { kind: 'citation', at: 18, text: 'Resolution 1', citation },
  ]);
});

test('a footnote mark inside a citation stands after it', () => {
  const text = 'Resolution 1 (Geneva)';
  const footnote = { mark: '1', text: 'x', at: 12 };
  expect(piecesOf(text, [cite(text, text)], [footnote]).map(({ kind }) => kind)).toEqual([
    'citation',
    'footnote',
  ]);
});

test('no word is lost or doubled, however citations and marks stand', () => {
  const ranges = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 5 });
  fc.assert(
    fc.property(ranges, fc.array(fc.nat(40), { maxLength: 3 }), (pairs, marks) => {
      const text = 'The quick brown fox jumps over a lazy dog.';
      const citations = pairs
        .filter(([start, end]) => start < end)
        .map(([start, end]) => cite(text, text.slice(start, end)));
      const footnotes = marks.map((at, order) => ({ mark: String(order), text: '', at }));
      const pieces = piecesOf(text, citations, footnotes);
      expect(pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')).toBe(text);
      expect(pieces.filter(({ kind }) => kind === 'footnote')).toHaveLength(footnotes.length);
    }),
  );
});

test('marked words are cut out of a snippet', () => {
  expect(markedPieces('network slicing', [[8, 15]])).toEqual([
    { at: 0, text: 'network ', isMarked: false },
    { at: 8, text: 'slicing', isMarked: true },
  ]);
  expect(markedPieces('', [])).toEqual([]);
});

test('an excerpt keeps the citation and cuts the words around it at spaces', () => {
  const text = 'noting with deep regret that Resolution 1 has not been read by anybody at all';
  const start = text.indexOf('Resolution');
  expect(excerptOf(text, start, start + 12, 12)).toEqual({
    before: 'regret that ',
    cited: 'Resolution 1',
    after: ' has not',
    isCut: [true, true],
  });
  expect(excerptOf(text, start, start + 12, 500).isCut).toEqual([false, false]);
});

test('a text opens with the whole sentences that fit, one at least; Y.3101 and e.g. end none', () => {
  const text = 'It follows Y.3101 and e.g. the others. Open it first. Then read on.\nMore.';
  expect(opening(text, 10)).toBe('It follows Y.3101 and e.g. the others.');
  expect(opening(text, 60)).toBe('It follows Y.3101 and e.g. the others. Open it first.');
  expect(opening(text, 600)).toBe(
    'It follows Y.3101 and e.g. the others. Open it first. Then read on.',
  );
  expect(opening('One line only', 5)).toBe('One line only');
  expect(opening('', 5)).toBe('');
});
