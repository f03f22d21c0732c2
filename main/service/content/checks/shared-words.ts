import { wordsOfDocuments, type DocumentPlaces } from './document-places.ts';
import type { PlacedRecord } from '../placed.ts';
import type { Problem } from '../problem.ts';
import { findQuoted } from './quoted.ts';
import type { Passage } from '../read-prose.ts';
import { foldedWords, type FoldedWord } from './words.ts';

/** So many words in a row of a document are its words, not ours. */
const run = 8;

/** Every run of so many words, as one string each. */
const runsIn = (words: readonly FoldedWord[]): string[] =>
  words.slice(0, Math.max(0, words.length - run + 1)).map((_, at) => keyAt(words, at));

const keyAt = (words: readonly FoldedWord[], at: number): string =>
  words
    .slice(at, at + run)
    .map(({ word }) => word)
    .join(' ');

/** Names of several words, by their first word. */
type Names = ReadonlyMap<string, readonly (readonly string[])[]>;

const namesByFirstWord = (names: readonly string[]): Names =>
  Map.groupBy(
    names
      .map((name) => foldedWords(name).map(({ word }) => word))
      .filter((words) => words.length > 1),
    ([first = '']) => first,
  );

/** Which of the words belong to an official title or name. */
function wordsOfNames(words: readonly FoldedWord[], names: Names): boolean[] {
  const isOfName = words.map(() => false);
  for (const [at, { word }] of words.entries())
    for (const name of names.get(word) ?? [])
      if (name.every((each, index) => words[at + index]?.word === each))
        isOfName.fill(true, at, at + name.length);
  return isOfName;
}

/** The stretches of a passage that stand in no quotation marks. */
function outsideQuotations({ kind, text }: Passage): { text: string; start: number }[] {
  if (kind === 'quotation') return [];
  const stretches: { text: string; start: number }[] = [];
  let start = 0;
  for (const quoted of findQuoted(text).quoted) {
    stretches.push({ text: text.slice(start, quoted.start), start });
    start = quoted.end;
  }
  return [...stretches, { text: text.slice(start), start }];
}

/** What the documents say: every word, and every run of so many of them. */
interface Said {
  readonly words: ReadonlySet<string>;
  readonly runs: ReadonlySet<string>;
}

function collectSaid(stretches: readonly string[]): Said {
  const folded = stretches.map(foldedWords);
  return {
    words: new Set(folded.flatMap((words) => words.map(({ word }) => word))),
    runs: new Set(folded.flatMap(runsIn)),
  };
}

interface Shared {
  readonly words: string;
  readonly at: number;
}

function sharedIn(text: string, said: Said, names: Names): Shared[] {
  const words = foldedWords(text);
  const shared: Shared[] = [];
  let isOfName: readonly boolean[] | null = null;
  for (let at = 0; at + run <= words.length; at += 1) {
    // A word that no document has ends every run: there is no need to look at those that hold it.
    const strange = words.slice(at, at + run).findLastIndex(({ word }) => !said.words.has(word));
    if (strange !== -1) {
      at += strange;
      continue;
    }
    if (!said.runs.has(keyAt(words, at))) continue;
    let end = at + run;
    while (end < words.length && said.runs.has(keyAt(words, end - run + 1))) end += 1;
    isOfName ??= wordsOfNames(words, names);
    const own = isOfName.slice(at, end).filter((isName) => !isName).length;
    const [first, last] = [words[at], words[end - 1]];
    if (own >= run && first !== undefined && last !== undefined)
      shared.push({ words: text.slice(first.start, last.end), at: first.start });
    at = end - run;
  }
  return shared;
}

/**
 * Every run of eight words or more that a text shares with a document outside quotation marks. Words of official titles
 * and names do not count, but join what stands on their two sides.
 */
export function checkSharedWords(
  records: readonly PlacedRecord[],
  documents: DocumentPlaces,
  names: readonly string[],
): Problem[] {
  const said = collectSaid(wordsOfDocuments(documents));
  const byFirstWord = namesByFirstWord(names);
  return records.flatMap(({ texts }) =>
    texts.flatMap(({ file, passages }) =>
      passages.flatMap((passage) =>
        outsideQuotations(passage).flatMap(({ text, start }) =>
          sharedIn(text, said, byFirstWord).map(({ words, at }) => ({
            file,
            line: passage.lineAt(start + at),
            message: `shares with a resolution, outside quotation marks: "${words.replaceAll(/\s+/g, ' ')}"`,
          })),
        ),
      ),
    ),
  );
}
