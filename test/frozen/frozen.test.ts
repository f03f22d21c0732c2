import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Hit } from '../../main/contract/answers.ts';
import { done, type Result } from '../../main/contract/failure.ts';
import type { Address, EditionId } from '../../main/contract/ids.ts';
import { schemaVersion } from '../../main/library/schema.ts';
import { openLibrary } from '../../main/library/index.ts';
import { openService, type Door, type Service } from '../../main/service/index.ts';
import { recital } from '../fixtures/command.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { records } from '../fixtures/records.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const here = import.meta.dirname;

const frozen = (beginning: string): string[] =>
  readdirSync(here).filter((name) => name.startsWith(beginning));

const formatOf = (name: string): number => Number(/\d+/.exec(name)?.[0]);

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Unpacks what was frozen to a folder of its own. */
function thaw(name: string): string {
  const from = join(here, name);
  const to = join(temporaryFolder(), 'data');
  for (const each of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue;
    const packed = join(each.parentPath, each.name);
    const file = join(to, relative(from, packed).replace(/\.gz$/, ''));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, gunzipSync(readFileSync(packed)));
  }
  return to;
}

const door: Door = {
  open: async ({ host, code, port }) =>
    done({
      url: `http://${host}:${port}/`,
      port: port ?? 0,
      code: code ?? '',
      announced: () => null,
      connected: () => 0,
      hasHadGuests: () => false,
      close: async () => {},
    }),
};

/** A person who goes on with the data that a Recital of then left them. */
async function goOn(dataFolder: string): Promise<Service> {
  const libraryFile = join(temporaryFolder(), 'library.sqlite');
  await writeLibrary(libraryFile, undefined, records);
  const service = valueOf(openService({ libraryFile, dataFolder, version: '0.0.0', door }));
  onTestFinished(() => service.close());
  return service;
}

const addresses = (hits: readonly Hit[]): string[] => hits.map(({ address }) => address).toSorted();

describe.each(frozen('format-'))('the own library of %s', (name) => {
  test('is read whole, having been brought up to date where it is older', async () => {
    const service = await goOn(thaw(name));
    const { api } = service;
    const isOlder = formatOf(name) < schemaVersion;
    expect(service.ownLibraryTrouble()?.code).toBe(isOlder ? 'library-older' : undefined);
    expect(valueOf(await service.upgradeOwn())).toBe(isOlder);
    expect(service.ownLibraryTrouble()).toBeNull();
    expect(valueOf(await api.jobs({})).jobs).toEqual([]);

    const { editions } = valueOf(await api.catalogue({}));
    const own = editions.filter(({ isOwn }) => isOwn);
    expect(own.map(({ edition, title }) => `${edition}: ${title}`).toSorted()).toEqual([
      'own/document/a-handbook-for-keepers-of-small-lights@1: A handbook for keepers of small lights',
      'own/document/اجهزة-الاستشعار-في-المواني@1: أجهزة الاستشعار في الموانئ',
      'wtsa/resolution/901@2024: Sharing harbour sensors',
      'wtsa/resolution/907@2016: Keeping harbour lamps alight',
      'wtsa/resolution/907@2024: Keeping harbour lamps alight',
    ]);

    const shown = valueOf(await api.show({ address: 'wtsa/resolution/907@2024' }));
    if (shown.kind !== 'edition') throw new Error(shown.kind);
    expect(shown.sections.map(({ kind }) => kind)).toEqual([
      'considering',
      'recalling',
      'resolves',
      'instructs',
      'invites',
    ]);
    expect(shown.sections[2]?.provisions.map(({ text }) => text)).toEqual([
      'to keep every lamp of the harbour alight from dusk to dawn;',
      'to report twice a year on the oil that was burnt,',
    ]);
    expect(shown.sections[1]?.provisions[0]?.citations).toMatchObject([
      { work: 'wtsa/resolution/92' },
    ]);
    expect(shown.sections[3]?.actors).toEqual(['itu-t-sg-13']);

    const table = valueOf(
      await api.show({ address: 'own/document/a-handbook-for-keepers-of-small-lights@1' }),
    );
    expect(JSON.stringify(table)).toContain('Oil in litres');
  });

  test('is searched, suggested and cited as if it had been imported today', async () => {
    const service = await goOn(thaw(name));
    const { api } = service;
    valueOf(await service.upgradeOwn());
    const oil = valueOf(await api.search({ query: 'whale oil' }));
    expect(addresses(oil.hits)).toEqual([
      'own/document/a-handbook-for-keepers-of-small-lights@1#clause-1.1',
    ]);
    // Both editions say so: one hit, of the newer.
    const dusk = valueOf(await api.search({ query: 'from dusk to dawn' }));
    expect(dusk.hits.map((hit) => [hit, ...hit.also].map(({ address }) => address))).toEqual([
      ['wtsa/resolution/907@2024#resolves.1', 'wtsa/resolution/907@2016#resolves.1'],
    ]);
    const litres = valueOf(await api.search({ query: 'litres' }));
    expect(litres.total).toBe(1);
    const { items } = valueOf(await api.suggest({ prefix: 'keeping harb' }));
    expect(items.map(({ address }) => address)).toContain('wtsa/resolution/907@2024');
    const again = valueOf(await api.import({ paths: [join(here, 'documents')] }));
    expect(
      again.map(({ warnings }) => warnings.some(({ code }) => code === 'already-here')),
    ).toEqual(again.map(() => true));
    expect(again).toHaveLength(5);
    const { editions } = valueOf(await api.catalogue({}));
    expect(editions.filter(({ isOwn }) => isOwn)).toHaveLength(5);
  });
});

describe.each(frozen('format-').filter((name) => readdirSync(join(here, name)).includes('tours')))(
  'the data folder of %s',
  (name) => {
    const tour = 'tour/own-lamps-for-regulators' as Address;

    test('has the tour, as it was made', async () => {
      const { api } = await goOn(thaw(name));
      const kept = valueOf(await api.ownTour({ address: tour }));
      expect(kept.tour.title).toBe('Lamps for regulators');
      expect(kept.attention).toEqual([]);
      expect(kept.tour.stops).toMatchObject([
        {
          title: 'Who counts the oil?',
          minutes: 4,
          notes: 'Ask *whoever* has kept a light.',
          answers: ['Yes', 'No'],
          show: [
            {
              address: 'wtsa/resolution/907@2024#resolves.2',
              quotation: { exact: 'to report twice a year on the oil that was burnt,' },
            },
            { address: 'wtsa/resolution/7@2024#considering.a' },
          ],
        },
      ]);
      const { records: tours } = valueOf(await api.records({ kind: 'tour' }));
      expect(tours.map(({ address }) => address)).toContain(tour);
    });

    test('has the pack, which is read, or says that it is of an older format', async () => {
      const { api } = await goOn(thaw(name));
      const { packs } = valueOf(await api.packs({}));
      const pack = packs.find(({ identity }) => identity === 'lighthouses');
      expect(pack).toMatchObject({ version: '2026.11.1', isOn: true, signer: { kind: 'nobody' } });
      const isRead = formatOf(name) === schemaVersion;
      expect(pack?.trouble?.code).toBe(isRead ? undefined : 'library-older');
      const { editions } = valueOf(await api.catalogue({}));
      expect(
        editions.map(({ edition }) => edition).includes('wtsa/resolution/7@2028' as never),
      ).toBe(isRead);
    });

    test('has the questions and answers of the room, which opens again', async () => {
      const data = thaw(name);
      const room = JSON.parse(readFileSync(join(data, 'room.json'), 'utf8')) as object;
      // A room is opened again within a day, where the process that held it lives no more.
      const today = { ...room, opened: new Date().toISOString(), pid: 2 ** 22 };
      writeFileSync(join(data, 'room.json'), JSON.stringify(today));
      const service = await goOn(data);
      const resumed = await service.resumeRoom();
      expect(resumed).toMatchObject({ ok: true, value: { open: { code: '1234 5678' } } });
      const inbox = valueOf(await service.api.inbox({ tour }));
      expect(inbox.questions.map(({ text }) => text)).toEqual(['Who pays for the oil?']);
      expect(inbox.answers).toEqual({ oil: [0, 1] });
    });
  },
);

describe.each(frozen('compiled-'))('the compiled library of %s', (name) => {
  test('is read, or says that it is of an older format', async () => {
    const opened = openLibrary({ compiled: [join(thaw(name), 'library.sqlite')], own: null });
    expect(opened.ok ? null : opened.error.code).toBe(
      formatOf(name) === schemaVersion ? null : 'library-older',
    );
    if (!opened.ok) return;
    const library = valueOf(opened);
    onTestFinished(() => library.close());
    expect(library.counts()).toMatchObject({ editions: 3, works: 2, terms: 1 });
    expect(library.edition('wtsa/resolution/7@2024' as EditionId)?.summary.year).toBe(2024);
    const { hits } = await library.search({ query: 'keepers sleep' });
    expect(addresses(hits)).toContain('wtsa/resolution/7@2016#considering.b');
  });
});

test('a command brings an older own library up to date before it answers, and says so once', async () => {
  const data = thaw('format-4');
  const library = join(temporaryFolder(), 'library.sqlite');
  await writeLibrary(library, undefined, records);
  const args = ['search', 'whale oil', '--library', library];
  const first = await recital(args, '', data);
  expect(first.out).toContain('A handbook for keepers of small lights');
  expect(first.err).toBe('recital: bringing your own documents up to date, once\n');
  const second = await recital(args, '', data);
  expect(second.out).toContain('A handbook for keepers of small lights');
  expect(second.err).toBe('');
});

test('this format is among the frozen ones', () => {
  const formats = frozen('format-').map(formatOf);
  expect(formats, 'run test/frozen/freeze.ts before the format rises').toContain(schemaVersion);
});
