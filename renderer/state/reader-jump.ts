import {
  formatAddress,
  parseAddress,
  type Address,
  type EditionId,
} from '../../main/contract/ids.ts';

/** A section or provision as a person may call it. */
export interface JumpPlace {
  readonly address: string;
  /** What its section is called: the opening words, whom it speaks to, in any of their forms. */
  readonly section: string;
  /** Labels from the outermost on, joined by dots: "2.ii"; empty for a section. */
  readonly path: string;
}

/** What was typed stands for: a place here, an address elsewhere. */
export type Jump<Place extends JumpPlace> =
  | { readonly kind: 'here'; readonly place: Place }
  | { readonly kind: 'elsewhere'; readonly address: Address };

export interface Jumps<Place extends JumpPlace> {
  /** The places that may be meant, the likeliest first. */
  suggest(typed: string, most: number): readonly Place[];
  /** What is meant; null where nothing here is called so. */
  read(typed: string): Jump<Place> | null;
}

/** Words and figures, each by itself: "sg13" is "sg 13", "2(ii)" is "2 ii". */
const tokensOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? [];

interface Known<Place> {
  readonly place: Place;
  readonly section: readonly string[];
  readonly path: readonly string[];
}

/**
 * Finds places by what people type: the beginning of the opening words, whom it speaks to, the labels.
 *
 * @example createJumps(edition, places).suggest('instructs sg13 3', 8) // the third provision of that section
 */
export function createJumps<Place extends JumpPlace>(
  edition: EditionId,
  places: readonly Place[],
): Jumps<Place> {
  const known = places.map((place): Known<Place> => ({
    place,
    section: [...new Set(tokensOf(place.section))],
    path: tokensOf(place.path),
  }));

  function suggest(typed: string, most: number): Place[] {
    const tokens = tokensOf(typed);
    if (tokens.length === 0) return [];
    return known
      .map((one) => ({ one, rank: rankOf(one, tokens) }))
      .filter(({ rank }) => rank !== null)
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .slice(0, most)
      .map(({ one }) => one.place);
  }

  return {
    suggest,
    read(typed) {
      const read = parseAddress(typed);
      if (read.ok) {
        const { work, edition: named, section, path } = read.value;
        if (`${work}@${named}` !== edition)
          return { kind: 'elsewhere', address: formatAddress(read.value) };
        const target = [section, path].filter((part) => part !== undefined).join('.');
        const place = places.find(({ address }) => address === target);
        return place === undefined ? null : { kind: 'here', place };
      }
      const [first] = suggest(typed, 1);
      return first === undefined ? null : { kind: 'here', place: first };
    },
  };
}

/** How far a place is from what was typed, 0 for what is called just so; null where it is not meant. */
function rankOf({ section, path }: Known<unknown>, tokens: readonly string[]): number | null {
  let best: number | null = null;
  for (let words = 0; words <= tokens.length; words += 1) {
    const named = tokens.slice(0, words);
    const labels = tokens.slice(words);
    if (!labels.every((label, at) => path[at] === label)) continue;
    if (!areAmong(named, section)) continue;
    // Labels that were not typed, a first word that is another, words of the section that were not typed; a label is
    // meant rather than the beginning of a word.
    const rank =
      (path.length - labels.length) * 100 +
      (named[0] !== undefined && section[0]?.startsWith(named[0]) === true ? 0 : 50) +
      Math.min(section.length - words, 48) +
      (labels.length > 0 ? 0 : 1);
    if (best === null || rank < best) best = rank;
  }
  return best;
}

/** Whether each of some typed words is the beginning of a word, each of another one. */
function areAmong(typed: readonly string[], words: readonly string[]): boolean {
  const left = [...words];
  return typed.every((word) => {
    const at = left.findIndex((one) => isBeginning(word, one));
    return at >= 0 && left.splice(at, 1).length > 0;
  });
}

/** A figure is meant as it stands: 1 is not 13. */
const isBeginning = (typed: string, word: string): boolean =>
  /^\p{N}/u.test(typed) ? typed === word : word.startsWith(typed);
