import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Address, WorkId } from '../../main/contract/ids.ts';
import type { LibraryRecord } from '../../main/contract/records.ts';
import type { LibraryReader } from '../../main/library/index.ts';
import { older, other } from '../fixtures/documents.ts';
import { smallLibrary, writeLibrary } from '../fixtures/library.ts';
import { chapters, naming56, records, tour, y3101 } from '../fixtures/records.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const library = (those: readonly LibraryRecord[] = records): Promise<LibraryReader> =>
  smallLibrary(undefined, those);

const newEdition = 'wtsa/resolution/7@2024';

describe('records in a library', () => {
  test.each(records)('$address comes back as it went in', async (record) => {
    expect((await library()).record(record.address)).toEqual(record);
  });

  test('are listed by kind, in the order in which they were written', async () => {
    expect((await library()).recordsOf('chapter')).toEqual(chapters);
  });

  test('are counted, each kind for itself', async () => {
    expect((await library()).counts()).toMatchObject({
      works: 2,
      references: 3,
      bodies: 2,
      handbooks: 1,
      tours: 1,
      terms: 1,
      meetings: 1,
    });
  });

  test('give the same bytes for the same records', async () => {
    const [one = '', two = ''] = await Promise.all(
      [1, 2].map(async () => {
        const file = join(temporaryFolder(), 'library.sqlite');
        await writeLibrary(file, undefined, records);
        return createHash('sha256').update(readFileSync(file)).digest('hex');
      }),
    );
    expect(two).toBe(one);
  });

  test('stand at one address each: a second one is a bug', async () => {
    await expect(library([tour, tour])).rejects.toThrow('UNIQUE');
  });
});

const linksTo = async (address: string): Promise<string[]> =>
  (await library()).linksTo(address).map(({ address: from, to }) => `${from} -> ${to}`);

describe('links', () => {
  test('lead from a record and its stops to every place once, by name', async () => {
    const names = (await library()).linksFrom(tour.address);
    expect(names).toEqual([
      {
        address: `${newEdition}#considering.a`,
        kind: 'provision',
        name: 'Resolution 7 (New Delhi, 2024), considering a',
        detail: 'that IMT\u20112020 lamps shine (see Resolution ITU\u2011R 56 (2023));',
        inText: { document: 'Resolution 7 (New Delhi, 2024)', section: 'considering', label: 'a' },
      },
      {
        address: 'body/itu-t-sg-13',
        kind: 'body',
        name: 'ITU-T Study Group 13',
        detail: 'SG13',
      },
      {
        address: 'wtsa/resolution/7@2016',
        kind: 'edition',
        name: 'Resolution 7 (Hammamet, 2016)',
        detail: older.identity.title,
      },
      {
        address: newEdition,
        kind: 'edition',
        name: 'Resolution 7 (New Delhi, 2024)',
        detail: older.identity.title,
      },
      {
        address: `${newEdition}#considering`,
        kind: 'section',
        name: 'Resolution 7 (New Delhi, 2024), considering',
        detail: older.identity.title,
        inText: { document: 'Resolution 7 (New Delhi, 2024)', section: 'considering', label: '' },
      },
    ]);
  });

  test('to an edition are those to any part of it', async () => {
    expect(await linksTo(newEdition)).toEqual([
      `ra/resolution/56 -> ${newEdition}#considering.a`,
      `itu-t/recommendation/y.3101 -> ${newEdition}`,
      `handbook/keeping-a-light#oil -> ${newEdition}#instructs-itu-t-sg-13.1.ii`,
      `tour/harbour-walk#1 -> ${newEdition}#considering.a`,
      `tour/harbour-walk#2 -> ${newEdition}`,
      `tour/harbour-walk#2 -> ${newEdition}#considering`,
      `topic/light -> ${newEdition}#instructs-itu-t-sg-13`,
      `topic/light -> ${newEdition}#instructs-itu-t-sg-13.1.i`,
    ]);
  });

  test('to a section are those to its provisions too, and no others', async () => {
    expect(await linksTo(`${newEdition}#considering`)).toEqual([
      `ra/resolution/56 -> ${newEdition}#considering.a`,
      `tour/harbour-walk#1 -> ${newEdition}#considering.a`,
      `tour/harbour-walk#2 -> ${newEdition}#considering`,
    ]);
  });

  test('to a provision are those to it and to what stands under it', async () => {
    expect(await linksTo(`${newEdition}#instructs-itu-t-sg-13.1`)).toEqual([
      `handbook/keeping-a-light#oil -> ${newEdition}#instructs-itu-t-sg-13.1.ii`,
      `topic/light -> ${newEdition}#instructs-itu-t-sg-13.1.i`,
    ]);
    expect(await linksTo(`${newEdition}#instructs-itu-t-sg-13.1.i`)).toEqual([
      `topic/light -> ${newEdition}#instructs-itu-t-sg-13.1.i`,
    ]);
  });

  test('to a work are those to its record and to its editions', async () => {
    expect(await linksTo('itu-t/recommendation/y.3101')).toEqual([
      'body/itu-t-sg-13 -> itu-t/recommendation/y.3101',
    ]);
    expect(await linksTo('wtsa/resolution/7')).toContain(
      'tour/harbour-walk#2 -> wtsa/resolution/7@2016',
    );
    // The number goes on: another work.
    expect(await linksTo('wtsa/resolution/77')).toEqual([]);
  });

  test('from a stop are called by its number, and by its tour', async () => {
    const [, , , stop] = (await library()).linksTo(newEdition);
    expect(stop).toEqual({
      address: 'tour/harbour-walk#1',
      kind: 'stop',
      name: '1. Where lamps shine',
      detail: 'A walk round the harbour',
      to: `${newEdition}#considering.a`,
    });
  });
});

const nameOf = async (address: string) =>
  (await library()).namesOf([address as Address]).map(({ kind, name }) => [kind, name]);

describe('names of places', () => {
  test.each([
    ['ra/resolution/56', 'reference', 'Resolution ITU-R 56'],
    ['wtsa/resolution/1', 'work', 'Work wtsa/resolution/1'],
    ['itu-t/recommendation/y.3101@2018', 'edition', 'Work itu-t/recommendation/y.3101 (2018)'],
    ['handbook/keeping-a-light#oil', 'chapter', 'Oil and wick'],
    ['term/lmp', 'term', 'LMP'],
    [
      `${newEdition}#instructs-itu-t-sg-13.1.ii`,
      'provision',
      'Resolution 7 (New Delhi, 2024), instructs Study Group 13 of ITU\u2011T, with the Advisory Group, 1 ii',
    ],
    [`${newEdition}#annex-1.p1`, 'provision', 'Resolution 7 (New Delhi, 2024), Annex 1'],
  ])('%s is the %s "%s"', async (address, kind, name) => {
    expect(await nameOf(address)).toEqual([[kind, name]]);
  });

  test('a place in a text says by itself which document, section and label it is', async () => {
    const [place] = (await library()).namesOf([
      `${newEdition}#instructs-itu-t-sg-13.1.ii` as Address,
    ]);
    expect(place?.inText).toEqual({
      document: 'Resolution 7 (New Delhi, 2024)',
      section: 'instructs Study Group 13 of ITU\u2011T, with the Advisory Group',
      label: '1 ii',
    });
  });

  test.each(['wtsa/resolution/999', 'term/nothing', `${newEdition}#considering.z`, 'no address'])(
    '"%s" has none',
    async (address) => {
      expect(await nameOf(address)).toEqual([]);
    },
  );
});

const known = async (edition: string) => {
  const reader = await library();
  const stored = reader.edition(edition as never)!;
  return reader.citationsIn({ edition: stored.row }).map((each) => [each.work, each.known]);
};

describe('citations of a work that has a record', () => {
  test('say the status of the edition they mean, and which is the newest', async () => {
    expect(await known(newEdition)).toEqual([
      ['wtsa/resolution/1', null],
      ['ra/resolution/56', { status: 'superseded', newest: '2027' }],
    ]);
  });

  test('mean the newest where they name none', async () => {
    expect(await known('wtdc/resolution/30@2017')).toEqual([
      ['wtsa/resolution/7', { status: 'superseded', newest: '2024' }],
      ['wtsa/resolution/7', { status: 'in-force', newest: '2024' }],
    ]);
  });

  test('of an edition that the record does not list leave its status open', async () => {
    const reader = await smallLibrary(undefined, [
      { ...naming56, editions: naming56.editions.slice(0, 1) },
    ]);
    const { row } = reader.edition(newEdition as never)!;
    expect(reader.citationsIn({ edition: row })[1]?.known).toEqual({
      status: 'unknown',
      newest: '2027',
    });
  });
});

const asked = async (actors: readonly string[] | null, editions: readonly string[] | null = null) =>
  (await library())
    .actions({ actors, editions: editions as never })
    .map(({ actor, address, text }) => [actor, address, text]);

describe('what the library asks of whom', () => {
  test('is every operative provision, with the words of those under it', async () => {
    expect(await asked(null)).toEqual([
      [
        'member-states',
        'wtdc/resolution/30@2017#invites-member-states.p1',
        'to keep r\u00e9seaux lit',
      ],
      [
        'itu-t-sg-13',
        `${newEdition}#instructs-itu-t-sg-13.1`,
        'to study: i network slicing for lighthouses; ii standardization of the lamp',
      ],
      ['wtsa', 'wtsa/resolution/7@2016#resolves.p1', 'that keepers sleep'],
    ]);
  });

  test('can be asked of one actor, and of one edition', async () => {
    expect(await asked(['wtsa'])).toHaveLength(1);
    expect(await asked(['tsag'])).toEqual([]);
    expect(await asked(null, ['wtdc/resolution/30@2017'])).toHaveLength(1);
  });

  test('names the verb, the heading, and with whom to act', async () => {
    const [action] = (await library()).actions({ actors: ['itu-t-sg-13'], editions: null });
    expect(action).toMatchObject({
      verb: 'instructs',
      label: '1',
      heading: 'instructs Study Group 13 of ITU\u2011T, with the Advisory Group',
      collaborators: ['tsag'],
      edition: newEdition,
      name: 'Resolution 7 (New Delhi, 2024)',
      year: 2024,
    });
  });
});

test('a work that is known by its record alone has its name', async () => {
  const reader = await library();
  expect(reader.nameOfWork('itu-t/recommendation/y.3101' as WorkId)).toBe(y3101.name);
  expect(reader.editionsOf('itu-t/recommendation/y.3101' as WorkId)).toEqual([]);
});

test('records may be about documents that are not here', async () => {
  const reader = await smallLibrary([other], records);
  expect(reader.linksFrom('topic/light')).toEqual([]);
});
