import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { facetNames } from '../../main/contract/answers.ts';
import { ProfileCollector } from '../../main/library/indexing/collect-profiles.ts';
import {
  openColumns,
  readAboutColumns,
  writeColumns,
  type Profile,
} from '../../main/library/indexing/columns.ts';
import { countFolds } from '../../main/library/indexing/fold-editions.ts';
import { addTo, isIn, type EntrySet } from '../../main/library/search/entry-set.ts';
import { openFolds } from '../../main/library/search/fold-entries.ts';
import { openProfiles } from '../../main/library/search/profiles.ts';

/** Does what is done in steps in one go. */
function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const size = 20_000;
const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length]!;

/** Entries that differ in a field of one value, in one of several, in both, or not at all. */
const entries: readonly Profile[] = Array.from({ length: size }, (_none, at) => ({
  type: 'res',
  body: 'plen',
  year: pick(['2014', '2018', '2022', '2026'], Math.floor(at / 11)),
  section: 'resolves',
  place: '',
  actor: pick(['', 'itu-t', 'itu-r itu-t', 'itu-r'], Math.floor(at / 5000)),
  topic: '',
  lang: 'en',
  has: '',
}));

/** Each leader, of the first third, has a follower in each of the others, or two close together in the second. */
const followersOf = new Map<number, number[]>();
for (let leader = 1; leader < 6500; leader += 3) {
  const far = leader + 6700;
  followersOf.set(leader, leader % 2 === 0 ? [far, leader + 13_300] : [far, far + 1]);
}

function open() {
  const collector = new ProfileCollector();
  const profiles = Uint32Array.from(entries, (entry) => collector.numberOf(entry));
  const profile = (entry: number): number => profiles[entry - 1]!;
  const counted = {
    differencesOf: (one: number, other: number) =>
      collector.differencesOf(profile(one), profile(other)),
    sumsOf: (entry: number, fields: number) => collector.sumsOf(profile(entry), fields),
    noSum: collector.noSum(),
  };
  const connection = new Database(':memory:');
  connection.exec('CREATE TABLE columns (name TEXT, part INTEGER, data BLOB)');
  const rows = new Uint32Array(size);
  writeColumns(connection, {
    counts: { titles: 0, provisions: size, places: 0 },
    languages: ['en'],
    sources: rows,
    editions: rows,
    provisions: rows,
    profiles,
    folds: [...followersOf].flatMap(([leader, all]) => countFolds(leader, all, counted)),
    ...collector.columns(),
  });
  const columns = openColumns(connection, readAboutColumns(connection));
  const opened = openProfiles(columns);
  return { profiles: opened, folds: openFolds(columns, opened) };
}

const { profiles, folds } = open();

/** What is shown, and how often each value comes: once for a hit with all that is shown with it. */
function expected(isFound: (entry: number) => boolean) {
  const leaderOf = new Map<number, number>();
  for (const [leader, all] of followersOf)
    for (const follower of all)
      if (isFound(leader) && isFound(follower)) leaderOf.set(follower, leader);
  const values = new Map<number, Set<string>>();
  for (let entry = 1; entry <= size; entry += 1) {
    if (!isFound(entry)) continue;
    const hit = leaderOf.get(entry) ?? entry;
    const ofHit = values.get(hit) ?? new Set();
    for (const name of facetNames)
      for (const value of entries[entry - 1]![name].split(' '))
        if (value !== '') ofHit.add(`${name} ${value}`);
    values.set(hit, ofHit);
  }
  const counts = new Map<string, number>();
  for (const ofHit of values.values())
    for (const each of ofHit) counts.set(each, (counts.get(each) ?? 0) + 1);
  return { hits: [...values.keys()].toSorted((a, b) => a - b), counts };
}

describe('entries that say what one of a newer edition says', () => {
  it.each([
    ['all', () => true],
    ['half', (entry: number) => entry % 4 < 2],
    ['a few', (entry: number) => entry % 100 === 1],
    ['none of the newer', (entry: number) => entry > 6500],
  ])('are counted once with it where a search finds %s', (_how, isFound) => {
    const set: EntrySet = new Uint32Array(Math.ceil(size / 4096) * 128);
    for (let entry = 1; entry <= size; entry += 1) if (isFound(entry)) addTo(set, entry);
    const before = set.slice();
    const folded = finish(folds.fold(set, new Set(), null));
    const tally = profiles.createTally();
    finish(folds.tally(folded, tally));
    finish(tally.addSet(set));
    const { total, facets } = tally.counts();
    const { hits, counts } = expected(isFound);
    expect(total).toBe(hits.length);
    expect(entries.flatMap((_entry, at) => (isIn(set, at + 1) ? [at + 1] : []))).toEqual(hits);
    const found = facetNames.flatMap((name) =>
      [...facets[name]].map(([value, count]) => [`${name} ${value}`, count] as const),
    );
    expect(new Map(found)).toEqual(counts);
    const [leader = 0] = [...followersOf.keys()].slice(-1);
    expect(folds.followersOf(leader, before)).toEqual(
      followersOf.get(leader)?.filter((follower) => isFound(follower)),
    );
  });
});
