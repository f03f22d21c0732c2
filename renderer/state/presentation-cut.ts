/** A piece of a text; `at` is where in it the piece begins, in UTF-16 units. */
export interface Cut {
  readonly at: number;
  readonly text: string;
}

/** Ends of what can be read by itself, the strongest first; a piece ends behind one of them. */
const ends = [/[.;:!?؛؟]["”»)]?(?=\s)|[。；！？：]/gu, /[,،](?=\s)|[，、]/gu, /(?=\s)/gu];

/** Letters that are as wide as two of the others. */
const wide = /\p{Script=Han}/gu;

/**
 * Cuts a text into pieces of about one length, none longer than `most` letters, at the ends of its sentences and phrases.
 * The pieces joined are the text again, but for the space between them.
 */
export function cutText(text: string, most: number): readonly Cut[] {
  const isWide = (text.match(wide)?.length ?? 0) > text.length / 3;
  return cut(text, 0, isWide ? most / 2 : most);
}

function cut(text: string, at: number, most: number): Cut[] {
  if (text.length <= most) return [{ at, text }];
  const end = endOf(text, text.length / Math.ceil(text.length / most), most);
  const rest = text.slice(end);
  const skipped = rest.length - rest.trimStart().length;
  return [{ at, text: text.slice(0, end) }, ...cut(rest.slice(skipped), at + end + skipped, most)];
}

/** Where the first piece ends: behind the strongest end that is not far from where it would be by length alone. */
function endOf(text: string, aim: number, most: number): number {
  for (const pattern of ends) {
    const places = [...text.slice(0, Math.floor(most) + 1).matchAll(pattern)]
      .map((match) => match.index + match[0].length)
      .filter((place) => place <= most && place > aim * 0.5);
    const best = places.toSorted((a, b) => Math.abs(a - aim) - Math.abs(b - aim))[0];
    if (best !== undefined) return best;
  }
  // Never within a letter of two units.
  const hard = Math.floor(most);
  return /[\uD800-\uDBFF]/.test(text.charAt(hard - 1)) ? hard - 1 : hard;
}
