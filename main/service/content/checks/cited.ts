import { readFileSync } from 'node:fs';
import { citationsOf } from './cited-works.ts';
import type { Places } from './places.ts';
import type { Problem } from '../problem.ts';
import type { CheckedSource } from '../kinds/resolutions.ts';

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** The line of a source on which some words stand, whatever its hyphens and spaces; null where they are split. */
function lineOfWords(file: string, words: string): number | null {
  const lines = readFileSync(file, 'utf8').split('\n');
  const found = lines.findIndex((line) => lettersOf(line).includes(lettersOf(words)));
  return found === -1 ? null : found + 1;
}

/**
 * Every work that a document cites without a record here, and every edition that the record does not know. Each is told
 * once a document.
 */
export function checkCited(
  sources: readonly CheckedSource[],
  places: Places,
  unfit: ReadonlySet<string>,
): Problem[] {
  return sources.flatMap((source) => {
    const told = new Set<string>();
    return citationsOf(source).flatMap(({ work, edition, text }): Problem[] => {
      const cited = edition === null ? work : `${work}@${edition}`;
      if (told.has(cited) || unfit.has(work)) return [];
      told.add(cited);
      const known = places.records.get(work)?.record;
      const why =
        known?.kind !== 'reference'
          ? 'has no record'
          : edition !== null && !known.editions.some((each) => each.edition === edition)
            ? 'is an edition that its record does not know'
            : null;
      if (why === null) return [];
      const line = lineOfWords(source.file, text);
      return [{ file: source.file, line, message: `cites ${cited}, which ${why}` }];
    });
  });
}
