import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's fuses in the order in which they stand in its binary. */
export const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;
export type Fuses = Readonly<Partial<Record<(typeof fuseNames)[number], boolean>>>;

/** Electron's own mark before the fuses; after it their version, their number, and a digit for each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses of a binary; null where it is none of Electron's. A fuse that was taken away is left out. */
export function readFuses(binary: Buffer): Fuses | null {
  const at = binary.indexOf(sentinel, 0, 'latin1');
  if (at < 0) return null;
  const wire = at + sentinel.length;
  const [version = 0, length = 0] = binary.subarray(wire, wire + 2);
  if (version !== 1) throw new Error(`Fuses of version ${version} are not known here.`);
  const states = binary.subarray(wire + 2, wire + 2 + length).toString('latin1');
  return Object.fromEntries(
    fuseNames.flatMap((name, index) =>
      '01'.includes(states[index] ?? 'r') ? [[name, states[index] === '1']] : [],
    ),
  );
}

const inFolder: Readonly<Record<string, string>> = {
  linux: 'recital',
  win: 'Recital.exe',
  mac: 'Recital.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
};

/** The programs that were packaged here. */
export function packagedBinaries(release: string): readonly string[] {
  if (!existsSync(release)) return [];
  return readdirSync(release).flatMap((folder) => {
    const [, system = ''] = /^(linux|win|mac)(?:-.*)?$/.exec(folder) ?? [];
    const file = join(release, folder, inFolder[system] ?? '');
    return system !== '' && existsSync(file) ? [file] : [];
  });
}
