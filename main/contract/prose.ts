import type { Address } from './ids.ts';

/** A run of words in one of the library's own texts. `to` is the address that it leads to. */
export interface Run {
  readonly text: string;
  readonly to?: Address;
  readonly style?: 'emphasis' | 'strong';
}

/**
 * One block of a text that was written for the library, as opposed to the documents' words, which are provisions. A
 * quotation holds words of a document and says in `from` where they stand.
 */
export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Run[])[];
    }
  | { readonly kind: 'quotation'; readonly runs: readonly Run[]; readonly from: Address };

export type Prose = readonly ProseBlock[];

const runsOf = (block: ProseBlock): readonly (readonly Run[])[] =>
  block.kind === 'list' ? block.items : [block.runs];

/** The words alone, blocks and items parted by line ends. */
export const plainText = (prose: Prose): string =>
  prose
    .flatMap(runsOf)
    .map((runs) => runs.map(({ text }) => text).join(''))
    .join('\n');

/** Every address that a text leads to, in its order, repeated where the text repeats it. */
export const linksInProse = (prose: Prose): Address[] =>
  prose.flatMap((block) => [
    ...runsOf(block).flatMap((runs) => runs.flatMap(({ to }) => (to === undefined ? [] : [to]))),
    ...(block.kind === 'quotation' ? [block.from] : []),
  ]);
