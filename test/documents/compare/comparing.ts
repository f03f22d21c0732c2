import type { ComparisonRow } from '../../../main/contract/comparison.ts';
import type { Provision, Section, StructuredDocument } from '../../../main/contract/document.ts';
import type { ActorId, WorkId } from '../../../main/contract/ids.ts';
import { compareDocuments } from '../../../main/documents/compare/index.ts';

export const rowsOf = (
  from: StructuredDocument,
  to: StructuredDocument,
): readonly ComparisonRow[] => compareDocuments(from, to).rows;

/** The older and the newer text that a row's marks give when they are joined. */
export const partsOf = ({ diff }: Pick<ComparisonRow, 'diff'>) => ({
  from: diff.map(({ op, text }) => (op === 'added' ? '' : text)).join(''),
  to: diff.map(({ op, text }) => (op === 'removed' ? '' : text)).join(''),
});

/** A provision as a test writes it: its text, perhaps with what stands inside or the work that it opens with. */
export type Written =
  | string
  | { readonly text: string; readonly inside?: readonly Written[]; readonly work?: WorkId };

const letterOf = (index: number): string =>
  index < 26
    ? String.fromCharCode(97 + index)
    : `${letterOf((index - 26) % 26)}${Math.floor(index / 26)}`;

function provisionOf(written: Written, parent: string, path: string): Provision {
  const { text, inside = [], work } = typeof written === 'string' ? { text: written } : written;
  return {
    address: `${parent}.${path}`,
    path,
    label: `${path.split('.').at(-1)})`,
    text,
    footnotes: [],
    citations:
      work === undefined
        ? []
        : [{ start: 0, end: 13, text: text.slice(0, 13), work, edition: null }],
    provisions: inside.map((each, index) =>
      provisionOf(each, parent, `${path}.${letterOf(index)}`),
    ),
  };
}

/** A section with the provisions a), b), … */
export function sectionOf(
  kind: string,
  provisions: readonly Written[],
  actors: readonly string[] = [],
): Section {
  const address = [kind, ...actors].join('-');
  return {
    address,
    kind,
    heading: kind,
    actors: actors as readonly ActorId[],
    collaborators: [],
    provisions: provisions.map((each, index) => provisionOf(each, address, letterOf(index))),
  };
}

export const editionOf = (edition: string, sections: readonly Section[]): StructuredDocument => ({
  form: 'resolution',
  language: 'en',
  direction: 'ltr',
  identity: {
    work: 'wtsa/resolution/7' as WorkId,
    edition,
    body: 'wtsa',
    type: 'resolution',
    number: '7',
    place: null,
    year: Number(edition),
    title: 'Lighthouses',
  },
  history: [],
  preface: [],
  formula: '',
  sections,
  annexes: [],
  terms: [],
  warnings: [],
});
