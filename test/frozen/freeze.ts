import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { done, type Result } from '../../main/contract/failure.ts';
import type { StructuredDocument } from '../../main/contract/document.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { OwnTour } from '../../main/contract/own-tours.ts';
import type { LibraryRecord } from '../../main/contract/records.ts';
import { openLibrary, readBack } from '../../main/library/index.ts';
import { writePack } from '../../main/library/packs/index.ts';
import { schemaVersion } from '../../main/library/schema.ts';
import { createLibrary, openOwnLibrary } from '../../main/library/writers.ts';
import { openService, type Door, type Service } from '../../main/service/index.ts';
import { createOwnNaming } from '../../main/service/own-naming.ts';
import { asEdition, naming, newer, older, other } from '../fixtures/documents.ts';
import { records } from '../fixtures/records.ts';

// Writes what this Recital writes of the format that it has now: a compiled library, a data folder as a crash leaves it in the
// middle of a session, and an own library as one leaves it in the middle of an import. Run it once, before the format rises.

const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'recital-freeze-'));

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}

/** Keeps a file, or all files of a folder, packed and beside the others of this format. */
function keep(from: string, name: string): void {
  const to = join(here, name);
  if (existsSync(to)) throw new Error(`${to} is there: what was frozen once stays as it is.`);
  for (const file of filesIn(from)) {
    const packed = `${join(to, relative(from, file))}.gz`;
    mkdirSync(dirname(packed), { recursive: true });
    writeFileSync(packed, gzipSync(readFileSync(file), { level: 9 }));
  }
}

/** A door that nobody comes through. */
const door: Door & { api: Service['api'] | null } = {
  api: null,
  open: async ({ api, host, code }) => {
    door.api = api;
    return done({
      url: `http://${host}:8092/`,
      port: 8092,
      code: code ?? '1234 5678',
      announced: () => null,
      connected: () => 0,
      hasHadGuests: () => false,
      close: async () => {},
    });
  },
};

async function writeCompiled(
  file: string,
  documents: readonly StructuredDocument[],
  about: readonly LibraryRecord[],
): Promise<void> {
  const writer = valueOf(createLibrary(file, naming));
  for (const document of documents) writer.addEdition(asEdition(document));
  for (const record of about) writer.addRecord(record);
  valueOf(await writer.finish());
}

/** Installs a pack of a later edition, that nobody signed. */
async function installPack({ api }: Service): Promise<void> {
  const library = join(folder, 'packed.sqlite');
  const path = join(folder, 'lighthouses.recital');
  const identity = { ...newer.identity, edition: '2028', place: 'Lima', year: 2028 };
  await writeCompiled(library, [{ ...newer, identity }], []);
  const about = {
    identity: 'lighthouses',
    title: 'Lighthouses of the Union',
    version: '2026.11.1',
    publisher: 'The Lighthouse Office',
    rights: 'May be copied freely.',
    minimumApp: '0.1.0',
  };
  valueOf(await writePack({ library, about, key: null, from: null, out: path, naming }));
  valueOf(await api.installPack({ path, isAccepted: true }));
}

const show = (address: string) =>
  ({ kind: 'address', address: address as Address, quotation: null }) as const;

/** Imports, makes a tour, opens a room and is asked something in it. */
async function live(service: Service): Promise<void> {
  const { api } = service;
  const documents = join(here, 'documents');
  const imported = valueOf(await api.import({ paths: [documents] }));
  if (!imported.every(({ ok }) => ok)) throw new Error(JSON.stringify(imported));
  const made = valueOf(await api.newTour({ title: 'Lamps for regulators' }));
  const tour: OwnTour = {
    ...made.tour,
    stops: [
      {
        id: 'oil',
        title: 'Who counts the oil?',
        minutes: 4,
        show: [
          show('wtsa/resolution/907@2024#resolves.2'),
          show('wtsa/resolution/7@2024#considering.a'),
        ],
        notes: 'Ask *whoever* has kept a light.',
        question: 'Twice a year?',
        answers: ['Yes', 'No'],
      },
    ],
  };
  valueOf(await api.keepTour({ tour }));
  valueOf(await api.openRoom({ host: '192.0.2.7', own: ['wtsa/resolution/907@2024'] as never }));
  const stage = { tour: tour.address, stop: 1, step: 0, highlight: null, isBlack: false };
  valueOf(await api.present({ stage }));
  valueOf(await api.openInbox({ isOpen: true }));
  const guest = door.api;
  if (guest === null) throw new Error('The room did not open.');
  const about = { tour: tour.address, stop: 1 };
  valueOf(await guest.tell({ kind: 'question', ...about, text: 'Who pays for the oil?' }));
  valueOf(await guest.tell({ kind: 'answer', ...about, choice: 1 }));
}

/** An own library whose writer still has it open: nothing of what it took is in the file itself. */
function writeKilled(compiled: string, own: string, to: string): void {
  const from = valueOf(openLibrary({ compiled: [compiled], own }));
  const meeting = createOwnNaming();
  const file = join(folder, 'open', 'library.sqlite');
  const writer = valueOf(openOwnLibrary(file, meeting));
  for (const { edition, isOwn } of from.editions()) {
    const read = isOwn ? readBack(from, edition) : null;
    if (read === null) continue;
    meeting.meet(read);
    valueOf(writer.add(read));
  }
  mkdirSync(to);
  for (const log of ['', '-wal']) cpSync(`${file}${log}`, join(to, `library.sqlite${log}`));
  writer.close();
  from.close();
}

try {
  const compiled = join(folder, 'compiled', 'library.sqlite');
  mkdirSync(dirname(compiled));
  await writeCompiled(compiled, [other, older, newer], records);
  const data = join(folder, 'data');
  const service = valueOf(
    openService({ libraryFile: compiled, dataFolder: data, version: '0.1.0', door }),
  );
  await live(service);
  await installPack(service);
  const room = readFileSync(join(data, 'room.json'));
  await service.close();
  // As a crash leaves it: closing ends the room.
  writeFileSync(join(data, 'room.json'), room);
  rmSync(join(data, 'guests'), { recursive: true, force: true });
  const killed = join(folder, 'killed');
  writeKilled(compiled, join(data, 'library.sqlite'), killed);
  keep(dirname(compiled), `compiled-${schemaVersion}`);
  keep(data, `format-${schemaVersion}`);
  keep(killed, `format-${schemaVersion}-killed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
