import type { Footnote, Provision } from '../contract/document.ts';

/** A provision's footnotes and extras as they are stored: JSON, or empty where there is none. */
export interface StoredBeside {
  readonly footnotes: string;
  readonly extras: string;
}

export type Extras = Pick<Provision, 'references' | 'table' | 'figure'>;

export const parseFootnotes = (stored: string): Footnote[] =>
  stored === '' ? [] : (JSON.parse(stored) as Footnote[]);
export const parseExtras = (stored: string): Extras =>
  stored === '' ? {} : (JSON.parse(stored) as Extras);

/** What a provision has beside its text, and the words of it. */
export function wordsBeside({ footnotes, extras }: StoredBeside): {
  readonly words: string;
  readonly has: readonly ('footnote' | 'table' | 'figure')[];
} {
  if (footnotes === '' && extras === '') return { words: '', has: [] };
  const notes = parseFootnotes(footnotes);
  const { table, figure } = parseExtras(extras);
  const words = [
    ...notes.map(({ text }) => text),
    ...(table === undefined ? [] : [table.caption, ...table.rows.flat().map(({ text }) => text)]),
    ...(figure === undefined ? [] : [figure.caption]),
  ].join('\n');
  return {
    words,
    has: [
      ...(notes.length > 0 ? (['footnote'] as const) : []),
      ...(table === undefined ? [] : (['table'] as const)),
      ...(figure === undefined ? [] : (['figure'] as const)),
    ],
  };
}
