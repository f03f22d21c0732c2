/**
 * How much a term says of an entry: BM25 (S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and
 * Beyond, 2009) with the usual constants, the same as FTS5's; over several fields as in S. Robertson, H. Zaragoza and
 * M. Taylor, Simple BM25 extension to multiple weighted fields, 2004: a term counts as often as it stands, each time by
 * the weight of its field.
 */
const k1 = 1.2;
const b = 0.75;

/**
 * How much a word counts in the text (or title), in the heading above it, and in its footnotes. Headings are few words
 * that say whom or what all their provisions concern: who looks for "Study Group 13" wants what it is told to do
 * before what mentions it.
 */
export const weightOfField = { text: 1, heading: 2, notes: 0.5 } as const;
export type Field = keyof typeof weightOfField;
export const fields = ['text', 'heading', 'notes'] as const satisfies readonly Field[];

/** The part of BM25 that depends on the entry; the rarity of the term is a factor of the query. */
export const impactOf = (frequency: number, length: number, averageLength: number): number =>
  (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / Math.max(averageLength, 1)));

/** How much a term says by being rare, never below 0 (as Lucene reckons it). */
export const rarityOf = (entries: number, holding: number): number =>
  Math.log(1 + (Math.max(entries - holding, 0) + 0.5) / (holding + 0.5));

/** What each thing adds to, or leaves of, the importance of an entry. */
export const importance = {
  /** Of two provisions that say nearly the same, the one that binds today comes first. */
  operative: 0.1,
  newest: 0.1,
  /** Whoever looks for words of a resolution wants the provision before what a handbook or a note says of it. */
  record: 0.45,
} as const;
