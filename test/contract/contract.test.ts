import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createClient, type Api, type Method } from '../../main/contract/api.ts';
import { done, failureCodes, type Result } from '../../main/contract/failure.ts';
import { methodRules } from '../../main/contract/requests.ts';
import {
  compileLibrary,
  openService,
  type Door,
  type Service,
  type Shell,
} from '../../main/service/index.ts';
import { movedTo, pickedFile, stick } from './cases-of-desk.ts';
import { shipLibrary } from '../../main/service/packs/ship.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { cases, codesOfCalls, type Case } from './cases.ts';
import { wires, type Call, type Wire } from './wires.ts';

/** A record beside the resolutions: small, and leading to one of them. */
const glossary = `roadmap:
  term: roadmap
  synonyms: [feuille de route]
  definition: A list that says which standards exist, which are being written, and who is at work on each of them.
  see: [wtsa/resolution/92@2024]
  sources: [wtsa/resolution/92@2024]
`;

/** The three resolutions that the cases speak of, whatever else the library knows. */
const sources = [
  'wtdc-resolution-43-buenos-aires-2017',
  'wtsa-resolution-92-hammamet-2016',
  'wtsa-resolution-92-new-delhi-2024',
];

/** Places to ask for many times. */
const shown = ['wtsa/resolution/92', 'wtsa/resolution/92@2016', 'term/roadmap'];

function copySources(folder: string): string {
  const resolutions = join(import.meta.dirname, '../../content/resolutions');
  for (const file of sources.flatMap((name) => [`${name}.txt`, `${name}.yaml`])) {
    cpSync(join(resolutions, file), join(folder, 'content/resolutions', file));
  }
  writeFileSync(join(folder, 'content/glossary.yaml'), glossary);
  return join(folder, 'content');
}

/** Stands in for the door of `main/share`: nobody comes through it. */
const standInDoor: Door = {
  open: async ({ host, code }) =>
    done({
      url: `http://${host}/`,
      port: 8092,
      code: code ?? '1234 5678',
      announced: () => null,
      connected: () => 0,
      hasHadGuests: () => false,
      close: async () => {},
    }),
};

/** Stands in for what prints pages. */
const printPdf = async (): Promise<Uint8Array> => new TextEncoder().encode('%PDF');

/** What the library is shipped as. */
const about = {
  identity: 'recital',
  title: 'The library of Recital',
  version: '2026.1',
  publisher: 'The Recital authors',
  rights: 'May be read.',
  minimumApp: '0.1.0',
};

/** Stands in for a person at a desktop. */
const shell = (dataFolder: string): Shell => ({
  pickFiles: async () => [pickedFile],
  pickFolder: async () => movedTo,
  reveal: () => {},
  logFile: join(dataFolder, 'recital.log'),
  places: {
    now: () => ({ folder: dataFolder, isPortable: false, canMove: true }),
    note: async () => {},
    windowFolder: join(dataFolder, 'window'),
  },
  // The next wire moves its own data there.
  restart: () => rmSync(movedTo, { recursive: true, force: true }),
});

function openOn(libraryFile: string, dataFolder: string): Service {
  const door = standInDoor;
  const service = openService({
    libraryFile,
    dataFolder,
    version: '1.2.3',
    door,
    printPdf,
    shell: shell(dataFolder),
    volumes: async () => [stick],
  });
  if (!service.ok) throw new Error(service.error.message);
  return service.value;
}

async function openCompiled(folder: string): Promise<Service & { readonly file: string }> {
  const file = join(folder, 'library.sqlite');
  const compiled = await compileLibrary({ contentFolder: copySources(folder), out: file });
  if (!compiled.ok) throw new Error(compiled.error.message);
  const shipped = await shipLibrary({ libraryFile: file, about, publishers: [] });
  if (!shipped.ok) throw new Error(shipped.error.message);
  return { ...openOn(file, join(folder, 'data')), file };
}

let folder: string;
let service: Service;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recital-contract-'));
  service = await openCompiled(folder);
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

function fail(bug: unknown): never {
  throw bug;
}

const isLocal = (method: string): boolean =>
  Object.hasOwn(methodRules, method) && methodRules[method as Method].access === 'local';

/** A result without what no two calls share: how long they took. */
function comparable(result: unknown): unknown {
  const { value } = result as { value?: { ms?: unknown } };
  if (typeof value?.ms !== 'number') return result;
  return { ...(result as object), value: { ...value, ms: 0 } };
}

const expectedOn = (wire: Wire, one: Case): object =>
  wire.reach === 'room' && isLocal(one.method)
    ? { ok: false, error: { code: 'not-allowed' } }
    : one.expected;

/** What changes things is tried where everything may be called; elsewhere only that it may not be. */
const triedOn = (wire: Wire): readonly Case[] =>
  cases.filter((one) => wire.reach === 'all' || one.changes !== true || isLocal(one.method));

describe.each(wires)('$name', (wire) => {
  /** What changes things changes them for its wire alone. */
  let changing: Service;
  beforeAll(() => {
    changing = openOn(join(folder, 'library.sqlite'), join(folder, `data ${wire.name}`));
  });
  afterAll(() => changing.close());

  test.each(triedOn(wire))('$method $name', async (one) => {
    const call = await wire.join((one.changes === true ? changing : service).api, fail);
    expect(await call(one.method, one.request)).toMatchObject(expectedOn(wire, one));
  });

  it('answers a hundred calls at once, each with its own answer', async () => {
    const call = await wire.join(service.api, fail);
    const places = Array.from({ length: 100 }, (_none, at) => `${shown[at % shown.length]}`);
    const answers = await Promise.all(places.map((address) => call('show', { address })));
    expect(answers).toMatchObject(places.map((address) => ({ ok: true, value: { address } })));
  });

  it('answers a bug with a failure that says nothing of it, and reports it', async () => {
    const bugs: unknown[] = [];
    const broken: Api = createClient((() => Promise.reject(new Error('secret'))) as never);
    const call = await wire.join(broken, (bug) => bugs.push(bug));
    const result = await call('about', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(bugs).toHaveLength(1);
  });

  it('answers library-damaged when the library is cut short while it is open', async () => {
    const damaged = await openCompiled(temporaryFolder());
    try {
      truncateSync(damaged.file, 20_000);
      const call = await wire.join(damaged.api, fail);
      const result = await call('show', { address: 'wtsa/resolution/92@2024' });
      expect(result).toMatchObject({ ok: false, error: { code: 'library-damaged' } });
    } finally {
      damaged.close();
    }
  });
});

describe('the three wires', () => {
  test.each(cases.filter(({ changes }) => changes !== true))(
    'give one result: $method $name',
    async (one) => {
      const results = await Promise.all(
        wires
          .filter((wire) => wire.reach === 'all' || !isLocal(one.method))
          .map(async (wire) => {
            const call: Call = await wire.join(service.api, fail);
            return comparable(await call(one.method, one.request));
          }),
      );
      const [first, ...others] = results;
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) expect(other).toStrictEqual(first);
    },
  );
});

describe('the cases', () => {
  it.each(Object.keys(methodRules))(
    'try %s both with success and with a wrong request',
    (method) => {
      const expected = cases.filter((one) => one.method === method).map((one) => one.expected);
      expect(expected).toContainEqual(expect.objectContaining({ ok: true }));
      expect(expected).toContainEqual({ ok: false, error: { code: 'invalid-request' } });
    },
  );

  it('try every failure that a call can give', () => {
    const tried = new Set(
      cases.map((one) => {
        const result = one.expected as Result<unknown>;
        return result.ok ? null : result.error.code;
      }),
    );
    for (const code of codesOfCalls) expect(tried).toContain(code);
  });

  it('know every failure that there is: of a call, of its wire, or of a start', () => {
    const ofWires = ['not-allowed', 'internal', 'library-damaged', 'code-required'];
    const ofWiresToo = ['too-many-requests', 'too-large', 'unreachable'];
    const ofStart = [
      'file-missing',
      'content-invalid',
      'library-missing',
      'library-newer',
      'library-older',
      'not-writable',
      'port-in-use',
      'address-unavailable',
      'node-too-old',
      'not-here',
    ];
    const ofReading = [
      'file-unreadable',
      'encrypted',
      'truncated',
      'damaged',
      'format-unsupported',
      'scanned',
      'archive-hostile',
      'unpacks-too-large',
      'entities-refused',
      'too-deep',
    ];
    const ofImporting = [
      'timed-out',
      'out-of-memory',
      'reader-died',
      'disk-full',
      'too-many-files',
      'called-off',
    ];
    const known = [
      ...codesOfCalls,
      ...ofImporting,
      ...ofReading,
      ...ofWires,
      ...ofWiresToo,
      ...ofStart,
    ];
    expect(known.toSorted()).toEqual(failureCodes.toSorted());
  });
});
