import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { DataPlace } from '../contract/machine.ts';
import { writeWhole } from './write-whole.ts';

/** Where a program finds itself; the running one unless told. */
interface Place {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
  /** The file of the desktop program that runs; null where it is the command. */
  readonly executable: string | null;
}

/** A file of this name beside the program keeps the person's data there too, in a folder of its own. */
export const portableMarker = 'recital-portable.txt';
const portableFolder = 'recital-data';

/** In the usual folder, the line that says which folder took its place. */
export const movedNote = 'moved-to.txt';

const here = (): Place => ({
  env: process.env,
  platform: process.platform,
  home: homedir(),
  executable: process.versions['electron'] === undefined ? null : process.execPath,
});

function named({ env }: Pick<Place, 'env'>, variable: string): string | null {
  const value = env[variable];
  return value === undefined || value === '' ? null : value;
}

/** The platform's usual place for what a program keeps for a person. */
function usualFolder(place: Pick<Place, 'env' | 'platform' | 'home'>): string {
  const { platform, home } = place;
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Recital');
    case 'win32':
      return join(named(place, 'APPDATA') ?? join(home, 'AppData', 'Roaming'), 'Recital');
    default:
      return join(named(place, 'XDG_DATA_HOME') ?? join(home, '.local', 'share'), 'recital');
  }
}

/**
 * The folders in which a person would say that the program lies, the likeliest first. What runs is not always that:
 * a portable program for Windows and an AppImage unpack themselves elsewhere, and name the file that was started; on
 * macOS a program is a folder `Recital.app`.
 */
function foldersOfProgram(place: Place): string[] {
  const { executable, platform } = place;
  if (executable === null) return [];
  const started = named(
    place,
    platform === 'win32' ? 'PORTABLE_EXECUTABLE_FILE' : platform === 'linux' ? 'APPIMAGE' : '',
  );
  const bundle = resolve(executable, '../../..');
  const isBundled = platform === 'darwin' && basename(bundle).endsWith('.app');
  return [
    ...(started === null ? [] : [dirname(started)]),
    dirname(isBundled ? bundle : executable),
  ];
}

/** The folder that the note in the usual one names; null where there is none, or it names none. */
function movedTo(usual: string): string | null {
  let text: string;
  try {
    text = readFileSync(join(usual, movedNote), 'utf8');
  } catch {
    return null;
  }
  const [folder = ''] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  return isAbsolute(folder) ? folder : null;
}

/**
 * The folder of the person's own data: the one that `RECITAL_DATA` names; or `recital-data` beside a program that has the
 * portable marker beside it; or the one that the person moved it to; or the platform's usual place. It is made when
 * something is first written to it.
 */
export function dataPlace(given: Partial<Place> = {}): DataPlace {
  const place = { ...here(), ...given };
  const chosen = named(place, 'RECITAL_DATA');
  if (chosen !== null) return { folder: chosen, isPortable: false, canMove: false };
  const stick = foldersOfProgram(place).find((folder) => existsSync(join(folder, portableMarker)));
  if (stick !== undefined)
    return { folder: join(stick, portableFolder), isPortable: true, canMove: false };
  const usual = usualFolder(place);
  return { folder: movedTo(usual) ?? usual, isPortable: false, canMove: true };
}

/**
 * @example dataFolder({ env: {}, platform: 'linux', home: '/home/ada', executable: null })
 * // => '/home/ada/.local/share/recital'
 */
export const dataFolder = (place: Partial<Place> = {}): string => dataPlace(place).folder;

/**
 * The folder of what the desktop's windows keep for themselves: caches, what the pages keep, where each window was. It belongs
 * to the machine, so it stays where data that is moved is usual; on a stick it goes with the stick.
 */
export function windowFolder(given: Partial<Place> = {}): string {
  const place = { ...here(), ...given };
  const { folder, canMove } = dataPlace(place);
  return join(canMove ? usualFolder(place) : folder, 'window');
}

/**
 * The folder that the data was moved to, where it is not there now: it is on a stick or a drive that is not. Whoever went on
 * without it would begin an empty one in its place.
 */
export function missingDataFolder(place: Partial<Place> = {}): string | null {
  const { folder, canMove } = dataPlace(place);
  const isMoved = canMove && folder !== usualFolder({ ...here(), ...place });
  return isMoved && !existsSync(folder) ? folder : null;
}

/** Notes that the person's data is in `folder` from the next start on. Rejects where the note cannot be written. */
export async function noteDataFolder(folder: string, given: Partial<Place> = {}): Promise<void> {
  if (!isAbsolute(folder) || /[\r\n]/u.test(folder))
    throw new Error('The folder for data is a whole path in one line.');
  const usual = usualFolder({ ...here(), ...given });
  const note = join(usual, movedNote);
  if (resolve(folder) === usual) await rm(note, { force: true });
  else await writeWhole(note, `${folder}\n`);
}

/** The person's own library in such a folder. */
export const ownLibraryIn = (folder: string): string => join(folder, 'library.sqlite');

/** The tours that the person made, in such a folder. */
export const ownToursIn = (folder: string): string => join(folder, 'tours');

/** The installed packs, in such a folder. */
export const packsIn = (folder: string): string => join(folder, 'packs');
