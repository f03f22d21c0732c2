import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { lanternFiles } from '../fixtures/lanterns.ts';

const command = join(import.meta.dirname, '../../main/cli/recital.js');

const run = promisify(execFile);

/** A stick with packs on it, made by the commands as their publisher does. */
export interface Stick {
  /** Signed; the first of the harbour's packs. */
  readonly first: string;
  /** Signed with the same key: a later version, in which one provision says something else. */
  readonly later: string;
  /** Of another identity, and signed by nobody. */
  readonly unsigned: string;
  /** The signed one, with another signature. */
  readonly forged: string;
  readonly keyId: string;
}

/** The lantern's resolution after somebody has amended it. */
function amended(files: Map<string, string>): Map<string, string> {
  const text = (files.get('resolutions/lanterns-2024.txt') ?? '').replace('every year', 'each May');
  const metadata = (files.get('resolutions/lanterns-2024.yaml') ?? '')
    .replace(/bytes: .*/, `bytes: ${Buffer.byteLength(text)}`)
    .replace(/sha256: .*/, `sha256: ${createHash('sha256').update(text).digest('hex')}`);
  return new Map([
    ...files,
    ['resolutions/lanterns-2024.txt', text],
    ['resolutions/lanterns-2024.yaml', metadata],
  ]);
}

export async function makeStick(folder: string): Promise<Stick> {
  const env = { ...process.env, RECITAL_DATA: join(folder, 'authors-data') };
  const pack = (...words: string[]) => run(process.execPath, [command, 'pack', ...words], { env });
  const key = join(folder, 'key.pem');
  await pack('key', '--out', key);

  async function build(
    name: string,
    about: string,
    files: Map<string, string>,
    more: readonly string[],
  ): Promise<string> {
    const from = join(folder, name);
    const out = join(folder, `${name}.recital`);
    for (const [file, text] of [...files, ['pack.yaml', about] as const]) {
      await mkdir(dirname(join(from, file)), { recursive: true });
      await writeFile(join(from, file), text);
    }
    await pack('build', from, '--out', out, ...more);
    return out;
  }

  const first = await build('lanterns-1', aboutOf('lanterns', '1.0'), lanternFiles(), [
    '--key',
    key,
  ]);
  const later = await build('lanterns-2', aboutOf('lanterns', '1.1'), amended(lanternFiles()), [
    '--key',
    key,
  ]);
  const unsigned = await build('beacons', aboutOf('beacons', '3'), lanternFiles(), []);
  const { stdout } = await pack('verify', first, '--json');
  const { signer } = JSON.parse(stdout) as { signer: { key: string } };
  const forged = join(folder, 'forged.recital');
  const bytes = await readFile(first);
  // The signature follows the header of 64 bytes, the manifest, whose length stands at 12, and the key of 32 bytes.
  const at = 64 + bytes.readUInt32BE(12) + 32;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(forged, bytes);
  return { first, later, unsigned, forged, keyId: signer.key };
}

const aboutOf = (identity: string, version: string): string => `identity: ${identity}
title: ${identity === 'lanterns' ? 'Lanterns of the coast' : 'Beacons of the coast'}
version: '${version}'
publisher: The Harbour Office
rights: May be copied freely.
minimum-app: 0.1.0
`;
