import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  newSigningKey,
  readPackHead,
  writePack,
  type PackAbout,
} from '../../main/library/packs/index.ts';
import { naming, other } from '../fixtures/documents.ts';
import { writeLibrary } from '../fixtures/library.ts';

/** The packs that the cases speak of, made before the first of them: no key that signs is kept with the project. */
const folder = mkdtempSync(join(tmpdir(), 'recital-packs-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const about: PackAbout = {
  identity: 'harbours',
  title: 'Harbours of the Union',
  version: '1',
  publisher: 'The Harbour Office',
  rights: 'May be copied freely.',
  minimumApp: '0.1.0',
};
const { key } = newSigningKey();
const library = join(folder, 'library.sqlite');
await writeLibrary(library, [other]);

async function make(name: string, more: Partial<PackAbout>): Promise<string> {
  const out = join(folder, `${name}.recital`);
  const request = { library, key, from: null, out, naming, about: { ...about, ...more } };
  const made = await writePack(request);
  if (!made.ok) throw new Error(made.error.message);
  return out;
}

/** Another bit at a place; from the end where that is below zero. */
function spoil(file: string, name: string, at: number): string {
  const bytes = readFileSync(file);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  const out = join(folder, `${name}.recital`);
  writeFileSync(out, bytes);
  return out;
}

const first = await make('first', {});
const head = await readPackHead(first);
if (!head.ok) throw new Error(head.error.message);

export const packFiles = {
  key: key.id,
  first,
  second: await make('second', { version: '2' }),
  tooNew: await make('too-new', { version: '3', minimumApp: '99' }),
  nobodys: await make('nobodys', { identity: 'bundled' }),
  damaged: spoil(first, 'damaged', -1),
  /** The last bit of its signature is another. */
  forged: spoil(first, 'forged', head.value.bytes.length - 1),
  none: join(folder, 'none.recital'),
} as const;
