import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ProfileCollector } from '../../main/library/indexing/collect-profiles.ts';
import {
  openColumns,
  readAboutColumns,
  writeColumns,
} from '../../main/library/indexing/columns.ts';
import { addTo, type EntrySet } from '../../main/library/search/entry-set.ts';
import { openProfiles } from '../../main/library/search/profiles.ts';

/** Does what is done in steps in one go. */
function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const years = ['2014', '2018', '2022', '2026'];
const sections = ['resolves', 'considering', 'instructs'];

interface Entry {
  readonly year: string;
  readonly section: string;
  readonly actor: string;
}

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length]!;

/** Sections of a few provisions each, one after the other, as in a library. */
const entries: readonly Entry[] = Array.from({ length: 30_000 }, (_none, at) => {
  const section = Math.floor(at / 7);
  return {
    year: pick(years, Math.floor(section / 5)),
    section: pick(sections, section),
    actor: pick(['', 'itu-t', 'itu-r', 'itu-t itu-r'], section * section),
  };
});

/** The profiles of these entries, as they are read from a library that holds nothing else. */
function profilesOf(all: readonly Entry[]) {
  const collector = new ProfileCollector();
  const none = { type: '', body: '', place: '', topic: '', lang: '', has: '' };
  const profiles = Uint32Array.from(all, (entry) => collector.numberOf({ ...none, ...entry }));
  const connection = new Database(':memory:');
  connection.exec('CREATE TABLE columns (name TEXT, part INTEGER, data BLOB)');
  const rows = new Uint32Array(all.length);
  writeColumns(connection, {
    counts: { titles: 0, provisions: all.length, places: 0 },
    languages: ['en'],
    sources: rows,
    editions: rows,
    provisions: rows,
    profiles,
    folds: [],
    ...collector.columns(),
  });
  return openProfiles(openColumns(connection, readAboutColumns(connection)));
}

const profiles = profilesOf(entries);

/** How often each value of a field comes among some entries. */
function expected(chosen: readonly Entry[], field: keyof Entry): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of chosen.flatMap((entry) => entry[field].split(' ')))
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

describe('the counts of facets', () => {
  it.each([
    ['none', () => false],
    ['one in a hundred', (at: number) => at % 100 === 3],
    ['most', (at: number) => at % 5 !== 0],
    ['all', () => true],
  ])('are exact where a search finds %s of the entries', (_how, isFound) => {
    const set: EntrySet = new Uint32Array(Math.ceil(entries.length / 4096) * 128);
    const chosen = entries.filter((_entry, at) => isFound(at));
    for (const at of entries.keys()) if (isFound(at)) addTo(set, at + 1);
    const tally = profiles.createTally();
    finish(tally.addSet(set));
    const { total, facets } = tally.counts();
    expect(total).toBe(chosen.length);
    for (const field of ['year', 'section', 'actor'] as const)
      expect(facets[field]).toEqual(expected(chosen, field));
  });
});
