import { countWords } from '../lengths.ts';

/** Words in quotation marks: offsets of what stands between the marks, `end` exclusive. */
export interface Quoted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** More words than this in quotation marks are a quotation and say where they stand; fewer may be a term as a term. */
const mostWordsOfTerm = 3;

export const isQuotation = ({ text }: Quoted): boolean => countWords(text) > mostWordsOfTerm;

interface QuotedWords {
  readonly quoted: readonly Quoted[];
  /** Where a mark has no other; null where all are in pairs. */
  readonly alone: number | null;
}

/** Finds what stands in straight or curly quotation marks. */
export function findQuoted(text: string): QuotedWords {
  const quoted: Quoted[] = [];
  let open: number | null = null;
  for (const { 0: mark, index } of text.matchAll(/["\u201c\u201d]/gu)) {
    if (open === null) {
      if (mark === '\u201d') return { quoted, alone: index };
      open = index;
    } else {
      if (mark === '\u201c') return { quoted, alone: index };
      quoted.push({ text: text.slice(open + 1, index), start: open + 1, end: index });
      open = null;
    }
  }
  return { quoted, alone: open };
}
