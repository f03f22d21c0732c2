import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { zstdDecompressSync } from 'node:zlib';
import { shipContent } from '../../../main/service/index.ts';
import type { ShippedNote } from '../../../main/service/packs/shipped.ts';
import { originalOf, shippedNoteOf } from '../../../main/service/packs/shipped.ts';
import { writeLibrary } from '../../fixtures/library.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { light, valueOf } from './machine-with-packs.ts';

const packYaml = `identity: lamps
title: Lamps
version: '3.1'
publisher: The keepers
rights: May be read.
minimum-app: '0.1.0'
`;
const key = '0123456789abcdef0123456789abcdef';

async function shipped(publishers: string) {
  const content = temporaryFolder();
  const libraryFile = join(content, 'out', 'library.sqlite');
  mkdirSync(join(content, 'out'));
  const sha256 = await writeLibrary(libraryFile, [light(7, 2016, 'lanterns of tallow')]);
  writeFileSync(join(content, 'pack.yaml'), packYaml);
  writeFileSync(join(content, 'publishers.yaml'), publishers);
  return { sha256, content, libraryFile, result: await shipContent(content, libraryFile) };
}

test('a library is shipped with a note of what it is and with an original to put it back from', async () => {
  const { result, libraryFile, sha256 } = await shipped(
    `publishers:\n  - name: The Union\n    key: ${key}\n`,
  );
  valueOf(result);
  const note = JSON.parse(readFileSync(shippedNoteOf(libraryFile), 'utf8')) as ShippedNote;
  const bytes = readFileSync(libraryFile);
  expect(note.publishers).toEqual([{ name: 'The Union', key }]);
  expect(note.manifest).toMatchObject({
    identity: 'lamps',
    version: '3.1',
    key: null,
    editions: [{ edition: 'wtsa/resolution/7@2016' }],
    library: { bytes: bytes.length, sha256 },
  });
  expect(zstdDecompressSync(readFileSync(originalOf(libraryFile))).equals(bytes)).toBe(true);
});

test('publishers whose key is none are named with file and line, and nothing is shipped', async () => {
  const { result, content, libraryFile } = await shipped(
    'publishers:\n  - name: The Union\n    key: secret\n',
  );
  const message = result.ok ? '' : result.error.message;
  expect(message).toContain(`${join(content, 'publishers.yaml')}:3: `);
  expect(existsSync(shippedNoteOf(libraryFile))).toBe(false);
});
