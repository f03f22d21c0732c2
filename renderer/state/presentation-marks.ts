import type { Mark } from '../../main/contract/answers.ts';
import { plainText, type Prose } from '../../main/contract/prose.ts';

/** Fewer letters than these stand too often in a text to say what matters in it. */
const fewest = 6;

const quotation = /["“„«]([^"“”„«»]+)["”“»]/gu;

/**
 * What matters in a text that a stop shows, by what the presenter says there: the words that the notes quote, or by which they
 * lead to the glossary, where they first stand in the text. In the order of the text, none over another.
 */
export function whatMatters(notes: Prose, text: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (const phrase of [...quoted(notes), ...explained(notes)]) {
    const start = placeOf(phrase, text);
    if (start === null) continue;
    const end = start + phrase.length;
    if (marks.every(([first, last]) => last <= start || end <= first)) marks.push([start, end]);
  }
  return marks.toSorted(([a], [b]) => a - b);
}

const quoted = (notes: Prose): readonly string[] =>
  [...plainText(notes).matchAll(quotation)].map(([, words = '']) => trimmed(words));

const explained = (notes: Prose): readonly string[] =>
  notes
    .flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.runs))
    .flatMap(({ text, to }) => (to?.startsWith('term/') === true ? [text] : []));

/** Quotations often take a comma in with them. */
const trimmed = (words: string): string => words.replace(/^[\s…]+|[\s….,;:]+$/gu, '');

/** Where whole words first stand in a text, in whichever case. */
function placeOf(phrase: string, text: string): number | null {
  if (phrase.length < fewest) return null;
  const folded = text.toLowerCase();
  const sought = phrase.toLowerCase();
  // A letter may fold into two; then places would no longer be those of the text.
  if (folded.length !== text.length || sought.length !== phrase.length) return null;
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(folded.charAt(at));
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1))
    if (!isLetter(at - 1) && !isLetter(at + sought.length)) return at;
  return null;
}
