import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { array, assert, property, string } from 'fast-check';
import type { Api } from '../../main/contract/api.ts';
import type { Result } from '../../main/contract/failure.ts';
import type { Address, EditionId } from '../../main/contract/ids.ts';
import type { KeptTour, OwnExhibit, OwnStop } from '../../main/contract/own-tours.ts';
import type { StructuredDocument } from '../../main/contract/document.ts';
import type { Exhibit } from '../../main/contract/records.ts';
import { openService } from '../../main/service/index.ts';
import { markdownFrom, proseFrom } from '../../main/service/own-tours/markdown.ts';
import { compileBundled } from '../fixtures/service.ts';
import { newer, older, provision, section } from '../fixtures/documents.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { records } from '../fixtures/records.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

function open(libraryFile: string, dataFolder: string): Api {
  const service = value(openService({ libraryFile, dataFolder, version: '0.0.0' }));
  onTestFinished(() => service.close());
  return service.api;
}

/** The Api on the small library with a data folder of its own. */
async function small(): Promise<{ api: Api; folder: string; library: string }> {
  const folder = temporaryFolder();
  const library = join(folder, 'library.sqlite');
  await writeLibrary(library, undefined, records);
  return { api: open(library, join(folder, 'data')), folder: join(folder, 'data'), library };
}

const stop = (id: string, show: readonly OwnExhibit[] = []): OwnStop => ({
  id,
  title: `Stop ${id}`,
  minutes: 4,
  show,
  notes: 'Say *this*.',
  question: 'And you?',
  answers: ['Yes', 'No'],
});

const exhibit = (address: string): OwnExhibit => ({
  kind: 'address',
  address: address as Address,
  quotation: null,
});

async function keptWith(api: Api, show: readonly OwnExhibit[]): Promise<KeptTour> {
  const { tour } = value(await api.newTour({ title: 'My tour' }));
  return value(await api.keepTour({ tour: { ...tour, stops: [stop('a', show)] } }));
}

describe('a tour of one’s own', () => {
  test('is shown and listed like any other, before the bundled ones', async () => {
    const { api } = await small();
    const { tour } = await keptWith(api, [exhibit('wtsa/resolution/7@2024#considering.a')]);
    expect(tour.address).toBe('tour/own-my-tour');
    expect(value(await api.show({ address: `${tour.address}#1` }))).toMatchObject({
      kind: 'tour',
      stop: 'tour/own-my-tour#1',
      record: {
        title: 'My tour',
        stops: [
          {
            title: 'Stop a',
            minutes: 4,
            question: 'And you?',
            answers: ['Yes', 'No'],
            show: [{ kind: 'address', address: 'wtsa/resolution/7@2024#considering.a' }],
          },
        ],
      },
      links: [{ address: 'wtsa/resolution/7@2024#considering.a' }],
    });
    const { records: tours } = value(await api.records({ kind: 'tour' }));
    expect(tours.map(({ address }) => address)).toEqual(['tour/own-my-tour', 'tour/harbour-walk']);
    expect(tours[0]).toMatchObject({ name: 'My tour', parts: 1, minutes: 4 });
  });

  test('is there again when Recital is started anew', async () => {
    const { api, folder, library } = await small();
    const { tour } = await keptWith(api, []);
    const later = open(library, folder);
    expect(value(await later.ownTour({ address: tour.address })).tour).toEqual(tour);
  });

  test('gets an address that no other has or had, whatever its title', async () => {
    const { api } = await small();
    const addressOf = async (title: string) => value(await api.newTour({ title })).tour.address;
    expect(await addressOf('Réseaux & 5G')).toBe('tour/own-reseaux-5g');
    expect(await addressOf('Réseaux & 5G')).toBe('tour/own-reseaux-5g-2');
    expect(await addressOf('جولة')).toBe('tour/own-tour');
    value(await api.dropTour({ address: 'tour/own-tour' }));
    expect(await addressOf('旅')).toBe('tour/own-tour-2');
  });

  test('that is dropped is nowhere, and comes back when it is kept again', async () => {
    const { api } = await small();
    const { tour } = await keptWith(api, []);
    value(await api.dropTour({ address: tour.address }));
    expect(await api.ownTour({ address: tour.address })).toMatchObject({
      error: { code: 'unknown-record' },
    });
    expect(await api.dropTour({ address: tour.address })).toMatchObject({
      error: { code: 'unknown-record' },
    });
    expect(value(await api.records({ kind: 'tour' })).records).toHaveLength(1);
    value(await api.keepTour({ tour }));
    expect(value(await api.ownTour({ address: tour.address })).tour).toEqual(tour);
  });

  test('of many changes asked for at once the last one is kept, and no part is left behind', async () => {
    const { api, folder } = await small();
    const { tour } = await keptWith(api, []);
    await Promise.all(
      Array.from({ length: 50 }, (_none, at) =>
        api.keepTour({ tour: { ...tour, title: `Title ${at}` } }),
      ),
    );
    expect(value(await api.ownTour({ address: tour.address })).tour.title).toBe('Title 49');
    expect(readdirSync(join(folder, 'tours'))).toEqual(['own-my-tour.json']);
  });

  test('is whole after the program was killed while it was being kept', async () => {
    const { api, folder, library } = await small();
    const { tour } = await keptWith(api, []);
    for (let round = 0; round < 5; round += 1) {
      const typist = spawn(
        process.execPath,
        [join(import.meta.dirname, '../fixtures/typist.ts'), library, folder, tour.address],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let said = '';
      typist.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
      await once(typist.stdout, 'data');
      typist.kill('SIGKILL');
      await once(typist, 'close');
      const { title } = value(await api.ownTour({ address: tour.address })).tour;
      // What it said it had kept is kept; of a number that was cut off, the ones before it count.
      expect(Number(title)).toBeGreaterThanOrEqual(Number(said.split('\n').at(-2)));
    }
  });

  test('that somebody damaged is said to be unreadable and takes nothing else with it', async () => {
    const { api, folder } = await small();
    await keptWith(api, []);
    writeFileSync(join(folder, 'tours/own-broken.json'), '{"format":');
    expect(await api.ownTour({ address: 'tour/own-broken' })).toMatchObject({
      error: { code: 'file-unreadable' },
    });
    expect(await api.show({ address: 'tour/own-broken' })).toMatchObject({
      error: { code: 'file-unreadable' },
    });
    const { records: tours } = value(await api.records({ kind: 'tour' }));
    expect(tours.map(({ address }) => address)).toEqual(['tour/own-my-tour', 'tour/harbour-walk']);
  });

  test('where there is no folder that can be written to, it says so in a sentence', async () => {
    const { library, folder } = await small();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'tours'), 'a file where the folder would be');
    const api = open(library, folder);
    expect(await api.newTour({ title: 'x' })).toMatchObject({ error: { code: 'not-writable' } });
  });
});

describe('a copy of a tour', () => {
  test('says the same as the bundled one, stop by stop', async () => {
    const folder = temporaryFolder();
    const api = open(await compileBundled(folder), join(folder, 'data'));
    for (const { address } of value(await api.records({ kind: 'tour' })).records) {
      const { tour, attention } = value(await api.newTour({ from: address }));
      expect(attention).toEqual([]);
      expect(tour.basedOn).toBe(address);
      const [original, copy] = await Promise.all([
        api.show({ address }),
        api.show({ address: tour.address }),
      ]);
      const said = (shown: typeof original) => {
        const found = value(shown);
        if (found.kind !== 'tour') throw new Error('no tour');
        const { title, lead, stops } = found.record;
        return { title, lead, stops: stops.map(({ address: _own, ...rest }) => rest) };
      };
      expect(said(copy)).toEqual(said(original));
    }
  });

  test('of one’s own tour is another tour', async () => {
    const { api } = await small();
    const { tour } = await keptWith(api, [exhibit('body/itu-t-sg-13')]);
    const copy = value(await api.newTour({ from: tour.address })).tour;
    expect(copy).toEqual({ ...tour, address: 'tour/own-my-tour-2', basedOn: tour.address });
  });

  test('of what is no tour is refused', async () => {
    const { api } = await small();
    expect(await api.newTour({ from: 'body/itu-t-sg-13' })).toMatchObject({
      error: { code: 'unknown-record' },
    });
  });
});

const shown = 'wtsa/resolution/7@2024#considering.b';
const words = 'that the network of lamps grows';

/** The small resolution with other provisions under considering. */
const withConsidering = (...provisions: readonly (readonly [string, string])[]) => ({
  ...newer,
  sections: newer.sections.map((each) =>
    each.kind === 'considering'
      ? section(
          'considering',
          'considering',
          provisions.map(([path, text]) => provision('considering', path, text)),
        )
      : each,
  ),
});

/** What a tour with one exhibit needs once its library has been replaced by another. */
async function after(
  exhibited: OwnExhibit,
  ...documents: readonly StructuredDocument[]
): Promise<{ kept: KeptTour; shows: readonly Exhibit[] }> {
  const { api, folder } = await small();
  const { tour } = await keptWith(api, [exhibited]);
  const replaced = join(temporaryFolder(), 'library.sqlite');
  await writeLibrary(replaced, documents, records);
  const later = open(replaced, folder);
  const kept = value(await later.ownTour({ address: tour.address }));
  const found = value(await later.show({ address: tour.address }));
  if (found.kind !== 'tour') throw new Error('no tour');
  return { kept, shows: found.record.stops[0]?.show ?? [] };
}

describe('a stop is anchored by the words it shows', () => {
  test('which are noted when it is kept', async () => {
    const { api } = await small();
    const { tour, attention } = await keptWith(api, [exhibit(shown)]);
    expect(attention).toEqual([]);
    expect(tour.stops[0]?.show[0]?.quotation).toEqual({
      exact: words,
      prefix: 'that IMT\u20112020 lamps shine (see Resolution ITU\u2011R 56 (2023));',
      suffix: 'to study: network slicing for lighthouses; standardization o',
    });
  });

  test('and is found where they stand now', async () => {
    const { kept, shows } = await after(
      exhibit(shown),
      withConsidering(['a', 'that harbours silt up'], ['b', 'that oil is dear'], ['c', words]),
    );
    const found = 'wtsa/resolution/7@2024#considering.c';
    expect(kept.attention).toMatchObject([
      {
        stop: 'a',
        exhibit: 0,
        why: 'moved',
        was: { exact: words },
        now: 'that oil is dear',
        found,
      },
    ]);
    expect(shows).toEqual([{ kind: 'address', address: found }]);
  });

  test('between the same neighbours where they stand twice', async () => {
    const { shows } = await after(
      exhibit(shown),
      withConsidering(
        ['a', words],
        ['b', 'that oil is dear'],
        ['c', 'that IMT\u20112020 lamps shine (see Resolution ITU\u2011R 56 (2023));'],
        ['d', words],
      ),
    );
    expect(shows).toEqual([{ kind: 'address', address: 'wtsa/resolution/7@2024#considering.d' }]);
  });

  test('in another edition of the work once its own is gone', async () => {
    const { kept } = await after(exhibit(shown), {
      ...newer,
      identity: { ...newer.identity, edition: '2028', year: 2028 },
    });
    expect(kept.attention).toMatchObject([
      { why: 'moved', now: '', found: 'wtsa/resolution/7@2028#considering.b' },
    ]);
  });

  test('or needs attention where other words stand, which say what changed', async () => {
    const { kept, shows } = await after(
      exhibit(shown),
      withConsidering(['a', 'that harbours silt up'], ['b', 'that oil is dear']),
    );
    expect(kept.attention).toMatchObject([
      { why: 'changed', was: { exact: words }, now: 'that oil is dear', found: null },
    ]);
    expect(shows).toEqual([{ kind: 'address', address: shown }]);
  });

  test('or where nothing stands any more, and is then not shown', async () => {
    const { kept, shows } = await after(
      exhibit(shown),
      withConsidering(['a', 'that harbours silt up']),
    );
    expect(kept.attention).toMatchObject([
      { why: 'gone', was: { exact: words }, now: '', found: null },
    ]);
    expect(shows).toEqual([]);
  });

  test('in a comparison too, which is then of the edition where they stand', async () => {
    const { shows } = await after(
      {
        kind: 'comparison',
        from: 'wtsa/resolution/7@2016' as EditionId,
        to: 'wtsa/resolution/7@2024' as EditionId,
        at: shown as Address,
        quotation: null,
      },
      older,
      withConsidering(['a', words]),
    );
    expect(shows).toEqual([
      {
        kind: 'comparison',
        from: 'wtsa/resolution/7@2016',
        to: 'wtsa/resolution/7@2024',
        at: 'wtsa/resolution/7@2024#considering.a',
      },
    ]);
  });

  test('and what has no words of a text is asked for by its address alone', async () => {
    const { api } = await small();
    const { attention } = await keptWith(api, [
      exhibit('term/lmp'),
      exhibit('handbook/keeping-a-light#glass'),
      exhibit('wtsa/resolution/7'),
      exhibit('body/no-such-body'),
    ]);
    expect(attention).toMatchObject([{ exhibit: 3, why: 'gone' }]);
  });
});

describe('the one file of a tour', () => {
  test('carries it to another machine whole', async () => {
    const one = await small();
    const other = await small();
    const { tour } = await keptWith(one.api, [exhibit('wtsa/resolution/7@2024#considering.a')]);
    const file = value(await one.api.tourFile({ address: tour.address }));
    expect(file.name).toBe('My tour.tour.json');
    const taken = value(await other.api.takeTour({ text: file.text }));
    expect(taken).toEqual({ tour, attention: [] });
  });

  test('is taken from where it lies, and refused where it cannot be read', async () => {
    const { api } = await small();
    const folder = temporaryFolder();
    const { tour } = await keptWith(api, []);
    const { text } = value(await api.tourFile({ address: tour.address }));
    const path = join(folder, 'a.tour.json');
    writeFileSync(path, text);
    const taken = value(await api.takeTour({ path }));
    expect(taken.tour).toEqual({ ...tour, address: taken.tour.address });
    writeFileSync(path, new Uint8Array([0x7b, 0xff, 0xfe]));
    const codeOf = async (at: string) => {
      const refused = await api.takeTour({ path: at });
      return refused.ok ? null : refused.error.code;
    };
    expect(await codeOf(path)).toBe('content-invalid');
    expect(await codeOf(join(folder, 'none.json'))).toBe('file-missing');
    expect(await codeOf(folder)).toBe('file-unreadable');
  });

  test('is called by the title as far as a file can be', async () => {
    const { api } = await small();
    const nameFor = async (title: string) => {
      const { tour } = value(await api.newTour({ title }));
      return value(await api.tourFile({ address: tour.address })).name;
    };
    expect(await nameFor('a/b: "c" \u202Ecod.exe')).toBe('a b c cod.exe.tour.json');
    expect(await nameFor('..')).toBe('Tour.tour.json');
  });

  test.each([
    ['nothing', '', 'not JSON'],
    ['half of a file', '{"format": "recital-tour", "ver', 'not JSON'],
    ['JSON of something else', '{"name": "x"}', 'not a tour that was saved with Recital'],
    ['a later form', '{"format":"recital-tour","version":2,"tour":{}}', 'newer Recital'],
    ['a tour without stops', '{"format":"recital-tour","version":1,"tour":{}}', 'cannot be read'],
  ])('%s is refused with its reason', async (_what, text, reason) => {
    const { api } = await small();
    const refused = await api.takeTour({ text });
    expect(refused).toMatchObject({ ok: false, error: { code: 'content-invalid' } });
    expect(refused.ok ? '' : refused.error.message).toContain(reason);
    expect(value(await api.records({ kind: 'tour' })).records).toHaveLength(1);
  });

  test('with more than a tour may hold is refused', async () => {
    const { api } = await small();
    const { tour } = await keptWith(api, []);
    const { text } = value(await api.tourFile({ address: tour.address }));
    const hostile = JSON.parse(text) as { tour: { stops: OwnStop[] } };
    hostile.tour.stops = Array.from({ length: 201 }, (_none, n) => stop(`s${n}`));
    expect(await api.takeTour({ text: JSON.stringify(hostile) })).toMatchObject({
      error: { code: 'content-invalid' },
    });
  });
});

describe('what a person types', () => {
  test('is prose by the marks of the library’s own texts', () => {
    expect(
      proseFrom('See [item 1](wtsa/resolution/92@2024#resolves.1) *now*.\n\n- one\n- two'),
    ).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'See ' },
          { text: 'item 1', to: 'wtsa/resolution/92@2024#resolves.1' },
          { text: ' ' },
          { text: 'now', style: 'emphasis' },
          { text: '.' },
        ],
      },
      { kind: 'list', isOrdered: false, items: [[{ text: 'one' }], [{ text: 'two' }]] },
    ]);
  });

  test.each([
    '<b>bold</b>',
    '`code`',
    '![](x)',
    '[mail](mailto:a@b.c)',
    '| a | b |\n|---|---|\n| 1 | 2 |',
  ])('stays as typed where the marks are others: %s', (text) => {
    const typed = proseFrom(text).flatMap((block) =>
      block.kind === 'list' ? [] : block.runs.map((run) => run.text),
    );
    expect(typed.join(' ')).toBe(text.replaceAll(/\s+/g, ' '));
  });

  test('comes back from prose in the same marks', () => {
    const plain = string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => text.replaceAll(/\s+/gu, ' ').trim())
      .filter((text) => text !== '');
    const paragraph = plain.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }));
    assert(
      property(array(paragraph, { minLength: 1, maxLength: 4 }), (prose) => {
        expect(proseFrom(markdownFrom(prose))).toEqual(prose);
      }),
      { numRuns: 500 },
    );
  });
});
