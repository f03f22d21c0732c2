import type { ComparePlace } from './places/index.ts';
import type { ComparedSection, Entry } from './compare.ts';

/** What stands on one line of the open comparison, from top to bottom. */
export type Line = ComparedSection | Entry;

export type Narrowing = Pick<ComparePlace, 'onlyChanges' | 'onlyOperative' | 'actor'>;

/** The lines that are left of a comparison that a person narrows. */
export function linesOf(
  sections: readonly ComparedSection[],
  narrowing: Narrowing,
): readonly Line[] {
  const { onlyChanges, onlyOperative, actor } = narrowing;
  return sections.flatMap((section) => {
    if (onlyOperative && !section.isOperative) return [];
    if (actor !== null && !section.actors.includes(actor)) return [];
    if (!onlyChanges) return [section, ...section.entries];
    const changed = section.entries.filter((entry) => entry.kind === 'former' || isChange(entry));
    return changed.length > 0 || section.status !== 'same' ? [section, ...changed] : [];
  });
}

/** Whether a line is one that a person who looks for changes stops at. */
export const isChange = (line: Line): boolean => line.kind === 'row' && line.status !== 'same';

/** A thread from a former place to where the provision stands now, by their lines. */
export interface Thread {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  /** Whether it leads up the page: what moved stands above its former place. */
  readonly leadsUp: boolean;
  /** Threads that run beside each other have lanes of their own, from 0. */
  readonly lane: number;
}

/** More threads than these side by side are a tangle; the links at both ends tell the rest. */
const mostLanes = 4;

export function threadsOf(lines: readonly Line[]): readonly Thread[] {
  const lineOf = new Map(lines.map((line, order) => [line, order]));
  const ends = lines.flatMap((line, former) => {
    const now = line.kind === 'former' ? lineOf.get(line.row) : undefined;
    return now === undefined
      ? []
      : [
          {
            key: line.key,
            first: Math.min(now, former),
            last: Math.max(now, former),
            leadsUp: now < former,
          },
        ];
  });
  const busyUntil: number[] = [];
  return ends
    .toSorted((a, b) => a.first - b.first)
    .flatMap((thread) => {
      const free = busyUntil.findIndex((until) => until < thread.first);
      const lane = free < 0 ? busyUntil.length : free;
      if (lane >= mostLanes) return [];
      busyUntil[lane] = thread.last;
      return [{ ...thread, lane }];
    });
}
