import {
  array,
  check,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  string,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparisonRow, DiffPart } from '../../../main/contract/comparison.ts';
import type { Provision, StructuredDocument } from '../../../main/contract/document.ts';
import { compareDocuments } from '../../../main/documents/compare/index.ts';
import { editionOf, partsOf, rowsOf, sectionOf, type Written } from './comparing.ts';

const counterexample = <T>(examples: Arbitrary<T>, holds: (example: T) => boolean, numRuns = 400) =>
  check(property(examples, holds), { numRuns }).counterexample;

const words =
  'that the ITU‑T Study Group 13 IMT-2020 roadmap lamps harbours, and of systems; network slicing (see M.2083) 灯塔 сети'.split(
    ' ',
  );
const text = oneof(
  array(constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(' ')),
  string({ unit: 'binary', maxLength: 12 }),
);
const written: Arbitrary<Written> = oneof(
  text,
  record({ text, inside: array(text, { maxLength: 3 }) }),
);
const kinds = ['considering', 'noting', 'resolves', 'instructs'] as const;
const anyDocument = array(array(written, { maxLength: 5 }), { maxLength: 4 }).map((sections) =>
  editionOf(
    '2016',
    sections.map((provisions, index) => sectionOf(kinds[index] ?? 'noting', provisions)),
  ),
);
const twoDocuments = record({ from: anyDocument, to: anyDocument });

const textsOf = (document: StructuredDocument): ReadonlyMap<string, string> => {
  const all = (provision: Provision): readonly (readonly [string, string])[] => [
    [provision.address, provision.text],
    ...provision.provisions.flatMap(all),
  ];
  return new Map(document.sections.flatMap(({ provisions }) => provisions.flatMap(all)));
};

/** The same row as it looks from the other side, whatever order its marks have. */
function mirrored(row: ComparisonRow): string {
  const turn = { new: 'removed', removed: 'new' } as const;
  const status = row.status === 'new' || row.status === 'removed' ? turn[row.status] : row.status;
  const { from, to } = partsOf(row);
  return JSON.stringify([status, row.moved, row.to, row.from, row.similarity, to, from]);
}
const asIs = (row: ComparisonRow): string => {
  const { from, to } = partsOf(row);
  return JSON.stringify([row.status, row.moved, row.from, row.to, row.similarity, from, to]);
};

const isMirror = (a: readonly ComparisonRow[], b: readonly ComparisonRow[]) =>
  JSON.stringify(a.map(asIs).toSorted()) === JSON.stringify(b.map(mirrored).toSorted());

const isTidy = (diff: readonly DiffPart[]): boolean =>
  diff.every(
    ({ op, text: part }, index) =>
      part !== '' &&
      op !== diff[index - 1]?.op &&
      !(op === 'removed' && diff[index - 1]?.op === 'added'),
  );

describe('for any two documents', () => {
  it('every provision of both stands in exactly one row', () => {
    expect(
      counterexample(twoDocuments, ({ from, to }) => {
        const rows = rowsOf(from, to);
        const ours = rows.flatMap((row) => row.from ?? []);
        const theirs = rows.flatMap((row) => row.to ?? []);
        return (
          JSON.stringify(ours.toSorted()) ===
            JSON.stringify([...textsOf(from).keys()].toSorted()) &&
          JSON.stringify(theirs) === JSON.stringify([...textsOf(to).keys()])
        );
      }),
    ).toBeNull();
  });

  it('the marks of a row, joined back, are both texts exactly', () => {
    expect(
      counterexample(twoDocuments, ({ from, to }) => {
        const [ours, theirs] = [textsOf(from), textsOf(to)];
        return rowsOf(from, to).every((row) => {
          const parts = partsOf(row);
          return (
            isTidy(row.diff) &&
            parts.from === (row.from === null ? '' : ours.get(row.from)) &&
            parts.to === (row.to === null ? '' : theirs.get(row.to))
          );
        });
      }),
    ).toBeNull();
  });

  it('the comparison the other way round is its mirror', () => {
    expect(
      counterexample(twoDocuments, ({ from, to }) => {
        const there = compareDocuments(from, to);
        const back = compareDocuments(to, from);
        return isMirror(there.rows, back.rows) && isMirror(there.sections, back.sections);
      }),
    ).toBeNull();
  });

  it('a document against itself is the same throughout', () => {
    expect(
      counterexample(anyDocument, (document) =>
        rowsOf(document, document).every(
          ({ status, from, to, similarity }) =>
            status === 'same' && from === to && similarity === 1,
        ),
      ),
    ).toBeNull();
  });

  it('a similarity lies between 0 and 1, and only a row on one side has none', () => {
    expect(
      counterexample(twoDocuments, ({ from, to }) =>
        rowsOf(from, to).every(
          ({ status, similarity }) =>
            similarity >= 0 &&
            similarity <= 1 &&
            (status !== 'same' || similarity === 1) &&
            ((status !== 'new' && status !== 'removed') || similarity === 0),
        ),
      ),
    ).toBeNull();
  });
});

/** Sentences that have nothing in common but the small words. */
const sentences = Array.from(
  { length: 30 },
  (_none, at) =>
    `that the ${['red', 'blue', 'tall'][at % 3]}${at} harbour${at} keeps lamp${at} of coast${at} and tower${at} by night${at} for ship${at}`,
);

const edits = array(
  oneof(
    record({ kind: constantFrom('insert', 'delete', 'reword'), at: integer({ min: 0, max: 29 }) }),
  ),
  { maxLength: 8 },
);

describe('after random edits', () => {
  it('each provision is followed to where it stands now, and is told as what was done to it', () => {
    expect(
      counterexample(edits, (list) => {
        const kept = sentences.slice(0, 12).map((sentence, index) => ({ sentence, index }));
        const now: { sentence: string; index: number | null; isAmended: boolean }[] = kept.map(
          (each) => ({ ...each, isAmended: false }),
        );
        for (const [turn, { kind, at }] of list.entries()) {
          const place = at % (now.length + 1);
          const there = now[place];
          if (kind === 'insert') {
            const sentence = sentences[12 + turn] ?? '';
            now.splice(place, 0, { sentence, index: null, isAmended: false });
          } else if (kind === 'delete') {
            now.splice(place, 1);
          } else if (there !== undefined && there.index !== null && !there.isAmended) {
            now[place] = {
              ...there,
              sentence: there.sentence.replace(' keeps ', ' now keeps the old '),
              isAmended: true,
            };
          }
        }
        const from = sectionOf(
          'considering',
          kept.map(({ sentence }) => sentence),
        );
        const to = sectionOf(
          'considering',
          now.map(({ sentence }) => sentence),
        );
        const rows = rowsOf(editionOf('2016', [from]), editionOf('2024', [to]));
        const expected = now.map(({ index, isAmended }, at) => {
          const status = index === null ? 'new' : isAmended ? 'amended' : 'same';
          const source = index === null ? null : (from.provisions[index]?.address ?? null);
          return [status, source, to.provisions[at]?.address];
        });
        const got = rows
          .filter((row) => row.to !== null)
          .map((row) => [row.status, row.from, row.to]);
        return (
          JSON.stringify(got) === JSON.stringify(expected) &&
          rows.every((row) => row.moved === undefined)
        );
      }),
    ).toBeNull();
  });
});
