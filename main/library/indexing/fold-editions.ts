import { toTheEnd } from '../../contract/steps.ts';
import type { Connection } from '../opening.ts';
import { findFolds, type Foldable } from './find-folds.ts';
import type { Fold } from './folds.ts';

interface ProvisionRow {
  readonly id: number;
  readonly section: string;
  readonly label: string;
}

/** What is counted of entries. */
export interface Counted {
  /** A bit for each of `facetNames` in which two entries differ. */
  differencesOf(one: number, other: number): number;
  /** To which sums an entry adds, counted in the fields that have a bit; `isOne`: with one value of one field. */
  sumsOf(entry: number, fields: number): { readonly sums: number[]; readonly isOne: boolean };
  /** The sum of what is not counted. */
  readonly noSum: number;
}

/**
 * Of every work with several editions, which provisions say what a newer edition says. `entryOf` gives the entry that the
 * provision of a row is, `wordsOf` the terms of its text one after the other, as numbers.
 */
export function foldEditions(
  connection: Connection,
  entryOf: (provision: number) => number,
  wordsOf: (provision: number, language: string) => Uint32Array,
  counted: Counted,
): Fold[] {
  const editions = connection
    .prepare<[], { id: number; work: number; language: string }>(
      `SELECT id, work_id AS work, language FROM editions
       WHERE work_id IN (SELECT work_id FROM editions GROUP BY work_id HAVING count(*) > 1)
       ORDER BY work_id, year DESC, edition DESC`,
    )
    .all();
  const provisionsOf = connection.prepare<[number], ProvisionRow>(
    `SELECT p.id, s.kind AS section, p.label
     FROM sections s JOIN provisions p ON p.section_id = s.id WHERE s.edition_id = ? ORDER BY p.id`,
  );
  const folds: [number, number][] = [];
  for (const ofWork of Map.groupBy(editions, ({ work }) => work).values()) {
    const provisions = ofWork.map(({ id, language }) =>
      provisionsOf.all(id).map(({ id: row, section, label }): Foldable => ({
        entry: entryOf(row),
        section,
        label,
        words: wordsOf(row, language),
      })),
    );
    folds.push(...toTheEnd(findFolds(provisions)));
  }
  return [...Map.groupBy(folds, ([, leader]) => leader)].flatMap(([leader, ofLeader]) =>
    countFolds(
      leader,
      ofLeader.map(([follower]) => follower),
      counted,
    ),
  );
}

/** The folds of a leader, with what is counted of each. */
export function countFolds(leader: number, followers: readonly number[], counted: Counted): Fold[] {
  const differing = followers.map((follower) => {
    const differences = counted.differencesOf(follower, leader);
    return { follower, leader, differences, ...counted.sumsOf(follower, differences) };
  });
  const times = new Map<number, number>();
  for (const sum of differing.flatMap(({ sums }) => sums))
    times.set(sum, (times.get(sum) ?? 0) + 1);
  return differing.map(({ follower, differences, sums: [first = counted.noSum], isOne }) => {
    const isSimple = differences === 0 || (isOne && times.get(first) === 1);
    return { follower, leader, differences, sum: isSimple ? first : -1 };
  });
}
