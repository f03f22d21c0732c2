/** What a character is to whoever parts a text into words. */
export const other = 0;
export const inWord = 1;
/** Of a script that is written without spaces. */
export const inRun = 2;
/** Joins what stands on both sides of it into one word: hyphens and the full stop. */
export const joint = 3;

export type WordClass = typeof other | typeof inWord | typeof inRun | typeof joint;

// Patterns of scripts take long to be made ready: they stand where they are made when they are first needed.
function classify(codePoint: number): WordClass {
  const character = String.fromCodePoint(codePoint);
  if (/[-\u2010-\u2015.]/.test(character)) return joint;
  if (codePoint < 0x80) return /[a-z0-9]/i.test(character) ? inWord : other;
  const isRun =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]/u.test(
      character,
    );
  if (isRun) return inRun;
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? inWord : other;
}

const unknown = 255;
/** Filled as characters are met: most of the plane never is. */
const known = new Uint8Array(0x1_0000).fill(unknown);

export function classOf(codePoint: number): WordClass {
  if (codePoint > 0xffff) return classify(codePoint);
  const found = known[codePoint] ?? unknown;
  if (found !== unknown) return found as WordClass;
  const fresh = classify(codePoint);
  known[codePoint] = fresh;
  return fresh;
}
