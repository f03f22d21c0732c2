import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Network, NetworkRequest, Timeline } from '../../main/contract/network.ts';
import { bundledContent, names } from '../fixtures/content.ts';
import { bundledApi, smallApi } from '../fixtures/service.ts';
import { bundledOnce, person, valueOf } from '../import/importing.ts';
import { writeResolution } from '../import/small-documents.ts';

const small = async (request: NetworkRequest = {}): Promise<Network> =>
  valueOf(await (await smallApi()).network(request));
const worksOf = ({ works }: Network): string[] => works.map(({ work }) => work);

/** The links but for those of what was imported. */
const without = ({ links }: Network) => links.filter(({ from }) => from !== 'pp/resolution/901');

const meetingIn = ({ meetings }: Timeline, name: string) =>
  meetings.find((meeting) => meeting.name === name);

describe('the network of citations', () => {
  test('holds the texts that are here and what they cite, the most cited first', async () => {
    const { works, links, total } = await small();
    // The harbour lights cite the lighthouses twice; these cite resolution 1 before their title, and resolution 56.
    expect(
      works.map(({ work, hasText, citedBy, cites }) => [work, hasText, citedBy, cites]),
    ).toEqual([
      ['wtsa/resolution/7', true, 2, 2],
      ['ra/resolution/56', false, 1, 0],
      ['wtsa/resolution/1', false, 1, 0],
      ['wtdc/resolution/30', true, 0, 2],
    ]);
    expect(links).toContainEqual({
      from: 'wtdc/resolution/30',
      to: 'wtsa/resolution/7',
      kind: 'cites',
      count: 2,
    });
    expect(links).toHaveLength(3);
    expect(total).toBe(4);
  });

  test('says the name and title of each work as far as it is known', async () => {
    const { works } = await small();
    expect(works.map(({ name, title }) => [name, title])).toEqual([
      ['WTSA Resolution 7', 'Lighthouses of the Sector'],
      ['Resolution ITU-R 56', 'Naming of lamps'],
      ['Work wtsa/resolution/1', ''],
      ['Work wtdc/resolution/30', 'Harbour lights'],
    ]);
  });

  test('with records also holds what has a record alone, and what records name', async () => {
    const network = await small({ records: true });
    expect(worksOf(network)).toContain('itu-t/recommendation/y.3101');
    expect(network.links.filter(({ kind }) => kind === 'names')).toEqual(
      expect.arrayContaining([
        { from: 'ra/resolution/56', to: 'wtsa/resolution/7', kind: 'names', count: 1 },
        { from: 'itu-t/recommendation/y.3101', to: 'ra/resolution/56', kind: 'names', count: 1 },
      ]),
    );
  });

  test('is bounded, and says of how many works it is a part', async () => {
    const network = await small({ limit: 2 });
    expect(worksOf(network)).toEqual(['wtsa/resolution/7', 'ra/resolution/56']);
    expect(network.total).toBe(4);
    // Nothing leads to a work that is not among them.
    expect(network.links).toHaveLength(1);
  });

  test('reaches any work by its focus, with what is next to it', async () => {
    const network = await small({ limit: 1, focus: 'wtdc/resolution/30' });
    expect(worksOf(network)).toEqual(['wtsa/resolution/7', 'wtdc/resolution/30']);
    const alone = await small({ focus: 'itu-t/recommendation/y.3101' });
    expect(worksOf(alone)).toContain('itu-t/recommendation/y.3101');
    expect(alone.total).toBe(5);
  });

  test('knows no work that the library has never heard of', async () => {
    const api = await smallApi();
    expect(await api.network({ focus: 'a/b/999' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-work' },
    });
    expect(await api.network({ focus: 'Resolution 7' })).toMatchObject({
      ok: false,
      error: { code: 'malformed-address' },
    });
  });

  test('of the bundled texts has Recommendation 207, which all three cite', async () => {
    const { works, links } = valueOf(await (await bundledApi()).network({}));
    expect(works).toContainEqual(
      expect.objectContaining({ work: 'wrc/recommendation/207', citedBy: 3, hasText: false }),
    );
    expect(links).toContainEqual({
      from: 'wtsa/resolution/92',
      to: 'wrc/recommendation/207',
      kind: 'cites',
      count: 2,
    });
  });
});

const bundled = bundledOnce();

test('what a person imports joins the network, and a text that is here already counts once', async () => {
  const ada = person(bundled.file());
  const { api, importFiles } = ada.open();
  const before = valueOf(await api.network({}));
  const twin = join(bundledContent, 'resolutions', `${names.wtsa92of2016}.txt`);
  await importFiles([writeResolution(ada.files, 'buoys.txt', { number: 901 }), twin], () => {});
  const after = valueOf(await api.network({}));
  expect(after.links).toContainEqual(
    expect.objectContaining({ from: 'pp/resolution/901', to: 'wtsa/resolution/92' }),
  );
  expect(new Set(without(after))).toEqual(new Set(without(before)));
});

describe('the timeline', () => {
  test('has each meeting with what it adopted, as text or by record', async () => {
    const timeline = valueOf(await (await smallApi()).timeline({}));
    expect(meetingIn(timeline, 'WTSA-24')).toMatchObject({
      address: 'meeting/wtsa-24',
      body: 'wtsa',
      place: 'New Delhi',
      from: '2024-10-15',
      editions: [{ edition: 'wtsa/resolution/7@2024', hasText: true, status: 'in-force' }],
    });
  });

  test('runs from the newest meeting to the oldest', async () => {
    const { meetings } = valueOf(await (await bundledApi()).timeline({}));
    const years = meetings.map(({ year }) => year);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(meetings[0]).toMatchObject({ name: 'PP-26', editions: [] });
  });

  test('marks what is here among what only a record knows', async () => {
    const timeline = valueOf(await (await bundledApi()).timeline({}));
    const editions = meetingIn(timeline, 'WTSA-16')?.editions ?? [];
    expect(editions.filter(({ hasText }) => hasText).map(({ edition }) => edition)).toEqual([
      'wtsa/resolution/92@2016',
    ]);
    // Resolution 43 says at "recalling n)" that Resolution 93 is of Hammamet, 2016.
    expect(editions.map(({ edition }) => edition)).toContain('wtsa/resolution/93@2016');
  });
});
