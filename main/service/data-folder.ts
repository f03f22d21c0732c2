import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a program finds itself; the running one unless told. */
interface Place {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
}

/**
 * The folder of the person's own data: the one that `RECITAL_DATA` names, or the platform's usual place. It is made
 * when something is first written to it.
 *
 * @example dataFolder({ env: {}, platform: 'linux', home: '/home/ada' })
 * // => '/home/ada/.local/share/recital'
 */
export function dataFolder(
  { env, platform, home }: Place = {
    env: process.env,
    platform: process.platform,
    home: homedir(),
  },
): string {
  const named = (variable: string): string | null => {
    const value = env[variable];
    return value === undefined || value === '' ? null : value;
  };
  const chosen = named('RECITAL_DATA');
  if (chosen !== null) return chosen;
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Recital');
    case 'win32':
      return join(named('APPDATA') ?? join(home, 'AppData', 'Roaming'), 'Recital');
    default:
      return join(named('XDG_DATA_HOME') ?? join(home, '.local', 'share'), 'recital');
  }
}

/** The person's own library in such a folder. */
export const ownLibraryIn = (folder: string): string => join(folder, 'library.sqlite');

/** The tours that the person made, in such a folder. */
export const ownToursIn = (folder: string): string => join(folder, 'tours');
