/** A text and the lines of its file on which its characters stand. */
export interface LocatedText {
  readonly file: string;
  readonly text: string;
  /** The line, counted from 1, of the character at an offset into `text`. */
  lineAt(offset: number): number;
}

const lineEnds = (text: string): number => text.split('\n').length - 1;

/** A text whose lines are those of its file, from `firstLine` on. */
export const locatedByLines = (file: string, text: string, firstLine = 1): LocatedText => ({
  file,
  text,
  lineAt: (offset) => firstLine + lineEnds(text.slice(0, offset)),
});

/**
 * A text that stands in its file folded in some other way but word for word: a word's line is that of the word with the
 * same number in `source`, which begins on `firstLine`.
 */
export function locatedByWords(
  file: string,
  text: string,
  source: string,
  firstLine: number,
): LocatedText {
  const starts = [...source.matchAll(/\S+/g)].map(({ index }) => index);
  return {
    file,
    text,
    lineAt: (offset) => {
      const before = text.slice(0, offset).match(/\S+(?=\s)/g)?.length ?? 0;
      const start = starts[Math.min(before, starts.length - 1)] ?? 0;
      return firstLine + lineEnds(source.slice(0, start));
    },
  };
}
