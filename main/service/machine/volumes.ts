import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where what a person plugs in is found: the folders at which volumes hang now. */
export type Volumes = () => Promise<readonly string[]>;

/** Where a system hangs what is plugged in, on Linux. */
const linuxFolders = ['/media', '/run/media', '/mnt'];

/** Letters of disks on Windows; A and B are those of diskettes, which are slow and loud to ask. */
const letters = 'CDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The mounts of devices among all that `/proc/self/mountinfo` lists. What comes over a network is no stick, and may hang.
 *
 * @example mountsOf('36 28 8:17 / /media/ada/STICK rw - vfat /dev/sdb1 rw') // => ['/media/ada/STICK']
 */
export function mountsOf(mountinfo: string): readonly string[] {
  const mounts = mountinfo.split('\n').flatMap((line) => {
    const [about = '', device = ''] = line.split(' - ');
    const place = about.split(' ')[4];
    const [, source] = device.split(' ');
    return place === undefined || source?.startsWith('/dev/') !== true ? [] : [plain(place)];
  });
  return [...new Set(mounts)].filter((mount) =>
    linuxFolders.some((folder) => mount === folder || mount.startsWith(`${folder}/`)),
  );
}

/** Spaces and the like are written by their octal numbers, of three digits. */
const plain = (place: string): string =>
  place.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCodePoint(Number.parseInt(octal, 8)),
  );

/** A link is no volume: on macOS that is the disk which the system itself is on. */
async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

/** Each is asked for as it is looked at: one that is not there has nothing on it. */
function otherLetters(systems: string): readonly string[] {
  return [...letters].filter((letter) => `${letter}:` !== systems).map((letter) => `${letter}:\\`);
}

/** What is plugged into this machine; `RECITAL_STICKS` names a folder whose folders are taken for it instead. */
export const systemVolumes: Volumes = async () => {
  const named = process.env['RECITAL_STICKS'];
  if (named !== undefined && named !== '') return foldersIn(named);
  switch (process.platform) {
    case 'win32':
      return otherLetters((process.env['SystemDrive'] ?? 'C:').toUpperCase());
    case 'darwin':
      return foldersIn('/Volumes');
    default:
      return mountsOf(await readFile('/proc/self/mountinfo', 'utf8').catch(() => ''));
  }
};
