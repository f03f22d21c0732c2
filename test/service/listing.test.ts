import { expect, test } from 'vitest';
import type { Api } from '../../main/contract/api.ts';
import type { ListingEntry } from '../../main/contract/listing.ts';
import type { ReferenceRecord } from '../../main/contract/records.ts';
import type { WorkId } from '../../main/contract/ids.ts';
import { records, y3101 } from '../fixtures/records.ts';
import { smallApi } from '../fixtures/service.ts';

/** Everything, and in how many parts it came. */
async function wholeListing(api: Api) {
  const entries: ListingEntry[] = [];
  const states = new Set<string | null>();
  let after: string | undefined;
  let parts = 0;
  do {
    const part = await api.listing({ after });
    if (!part.ok) throw new Error(part.error.message);
    entries.push(...part.value.entries);
    states.add(part.value.state);
    after = part.value.next ?? undefined;
    parts += 1;
  } while (after !== undefined);
  return { entries, states, parts };
}

const entryOf = (entries: readonly ListingEntry[], address: string) =>
  entries.find((entry) => entry.address === address);

test('every text and every record is listed once, but no chapter and no stop', async () => {
  const { entries } = await wholeListing(await smallApi());
  const addresses = entries.map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  const listed = records.filter(({ kind }) => kind !== 'chapter').map(({ address }) => address);
  expect(addresses).toEqual(expect.arrayContaining(listed));
  expect(addresses).toEqual(
    expect.arrayContaining(['wtsa/resolution/7@2024', 'wtsa/resolution/7@2016']),
  );
  expect(addresses.filter((address) => address.includes('#'))).toEqual([]);
});

test('a text tells its meeting, and the status that the record of its work gives its edition', async () => {
  const { entries } = await wholeListing(await smallApi());
  expect(entryOf(entries, 'wtsa/resolution/7@2016')).toMatchObject({
    kind: 'edition',
    work: 'wtsa/resolution/7',
    type: 'resolution',
    body: 'wtsa',
    year: 2016,
    status: 'superseded',
    isOwn: false,
  });
});

test('a reference tells who issued it, its newest status and its topics', async () => {
  const { entries } = await wholeListing(await smallApi());
  expect(entryOf(entries, 'ra/resolution/56')).toMatchObject({
    kind: 'reference',
    work: null,
    name: 'Resolution ITU-R 56',
    title: 'Naming of lamps',
    type: 'resolution',
    body: 'ra',
    year: 2027,
    status: 'in-force',
    topics: ['light'],
  });
});

test('terms and bodies have the names that people say instead', async () => {
  const { entries } = await wholeListing(await smallApi());
  expect(entryOf(entries, 'body/itu-t-sg-13')?.also).toContain('SG13');
});

test('a long listing comes in parts that are of one state, and leaves nothing out', async () => {
  const many = Array.from({ length: 2100 }, (_, number): ReferenceRecord => {
    const address = `itu-t/recommendation/z.${number}` as WorkId;
    return { ...y3101, address, name: `Recommendation ITU-T Z.${number}` };
  });
  const { entries, states, parts } = await wholeListing(await smallApi(many, []));
  expect(entries).toHaveLength(2100);
  expect(new Set(entries.map(({ address }) => address)).size).toBe(2100);
  expect(parts).toBeGreaterThan(1);
  expect(states.size).toBe(1);
});

test('a listing goes on nowhere but where one ended', async () => {
  const api = await smallApi();
  for (const after of ['2.editions.0', '0.works.1', '1', '0.records.-4'])
    expect(await api.listing({ after })).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    });
});
