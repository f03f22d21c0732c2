import { evenWords } from './even-spelling.ts';
import type { NamedSection } from '../../library/index.ts';

/** A section, or a provision of one, that some words name. */
export interface SectionMatch {
  readonly section: string;
  /** Null: the section itself. */
  readonly path: string | null;
}

/** "2", "a", "ii", "1bis", "2ii", "p1"; labels of two parts are two of them. */
const label = /^(?:\p{N}{1,3}\p{L}{0,6}|p\d{1,3}|\p{L}{1,4})$/u;
const mostLabels = 4;

/** Words behind which a number is that of a group, and no label. */
const groups = new Set(['sg', 'wp', 'and']);

const startsWith = (whole: readonly string[], start: readonly string[]): boolean =>
  start.length <= whole.length && start.every((word, at) => whole[at] === word);

/** How well the words name the section: 0 not at all, 3 all of it, 2 its kind, 1 the beginning of that. */
function fitOf({ section, kind, heading }: NamedSection, words: readonly string[]): number {
  const slug = evenWords(section);
  const title = evenWords(heading);
  const verbs = evenWords(kind);
  if (words.length > verbs.length && (startsWith(slug, words) || startsWith(title, words)))
    return 3;
  if (startsWith(words, verbs)) {
    const rest = words.slice(verbs.length);
    if (rest.length === 0) return 2;
    const isNamed = (word: string, at: number): boolean =>
      (slug.includes(word) || title.includes(word)) &&
      (!/^\p{N}/u.test(word) || groups.has(rest[at - 1] ?? ''));
    return rest.every(isNamed) ? 3 : 0;
  }
  return startsWith(verbs, words) ? 1 : 0;
}

const squashed = (path: string): string => path.replace(/[^\p{L}\p{N}]/gu, '');

/** Which provision the labels lead to; null: none; undefined: no labels, hence the section. */
function pathFor(section: NamedSection, labels: readonly string[]): string | null | undefined {
  if (labels.length === 0) return undefined;
  const sought = labels.join('.');
  if (section.paths.includes(sought)) return sought;
  return section.paths.find((path) => squashed(path) === squashed(sought)) ?? null;
}

/**
 * The sections, or the provisions, that words such as "resolves 2", "considering a)" or "instructs SG 13 2" name in an
 * edition: those that fit best. Empty where they name none.
 */
export function findSections(text: string, sections: readonly NamedSection[]): SectionMatch[] {
  const words = evenWords(text);
  for (let heads = words.length; heads > 0; heads -= 1) {
    const labels = words.slice(heads);
    if (labels.length > mostLabels || !labels.every((word) => label.test(word))) break;
    const fitting = sections.flatMap((section) => {
      const fit = fitOf(section, words.slice(0, heads));
      const path = pathFor(section, labels);
      return fit === 0 || path === null
        ? []
        : [{ fit, match: { section: section.section, path: path ?? null } }];
    });
    const best = Math.max(0, ...fitting.map(({ fit }) => fit));
    if (best > 0) return fitting.filter(({ fit }) => fit === best).map(({ match }) => match);
  }
  return [];
}
