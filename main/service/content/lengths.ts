/** Fewest and most words of each kind of text; the same as in the README of the content. */
export interface Length {
  readonly from: number;
  readonly to: number;
}

const length = (from: number, to: number): Length => ({ from, to });

export const lengths = {
  note: length(40, 90),
  digest: length(150, 350),
  mandate: length(150, 300),
  'part-in-imt': length(50, 200),
  'lead of a handbook': length(30, 90),
  chapter: length(300, 700),
  'lead of a tour': length(20, 80),
  notes: length(60, 150),
  definition: length(12, 60),
  'lead of a topic': length(15, 60),
} as const satisfies Record<string, Length>;

/** How many chapters a handbook, and how many stops a tour has. */
export const chaptersOfHandbook = length(5, 8);
export const stopsOfTour = length(8, 15);
export const minutesOfStop = length(2, 5);

/** Words are what stands between spaces. */
export const countWords = (plain: string): number => plain.match(/\S+/g)?.length ?? 0;

/** What is wrong with a length; null where nothing is. */
export const misfitOf = (count: number, { from, to }: Length, unit: string): string | null =>
  count >= from && count <= to ? null : `has ${count} ${unit}, not ${from} to ${to}`;
