import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { DataPlace, MachineApi, OfferedFile } from '../../contract/machine.ts';
import { dataPlace } from '../data-folder.ts';
import { writeWhole } from '../write-whole.ts';
import type { Jobs } from './jobs.ts';
import { copyData, tidyOldFolder, type Move } from './move-data.ts';
import { createOffered } from './offered.ts';
import type { DataPlaces, Shell } from './shell.ts';

interface DeskNeeds {
  /** What only a desktop program can do; null elsewhere. */
  readonly shell: Shell | null;
  readonly dataFolder: string | null;
  /** The library that is shipped with the program. */
  readonly libraryFile: string;
  readonly jobs: Jobs;
}

type DeskMethod =
  | 'offered'
  | 'offer'
  | 'putAside'
  | 'pickFiles'
  | 'pickFolder'
  | 'reveal'
  | 'dataPlace'
  | 'moveData';

/** What is handed to Recital on this machine, and where it keeps a person's data. */
export interface Desk extends Pick<MachineApi, DeskMethod> {
  /** Takes what a person handed over: dropped, double-clicked, named on the command line. */
  handOver(paths: readonly string[]): Promise<readonly OfferedFile[]>;
  /** Removes what a move has left in the old folder. */
  tidy(): Promise<void>;
}

const noShell = (): Result<never> => failed('not-here', 'Only the desktop program can do this.');

/** What was moved, until the old folder is tidied up. */
const moveNote = ({ windowFolder }: DataPlaces): string => join(windowFolder, 'moved-from.json');

/** What is left of data that was moved to this folder is tidied away, once it is read from here. */
async function tidyAfterMove(folder: string, places: DataPlaces): Promise<void> {
  const note = moveNote(places);
  const text = await readFile(note, 'utf8').catch(() => null);
  if (text === null) return;
  const move = JSON.parse(text) as Move;
  if (move.to === resolve(folder)) await tidyOldFolder(move);
  await rm(note, { force: true });
}

export function createDesk({ shell, dataFolder, libraryFile, jobs }: DeskNeeds): Desk {
  const { add, ...offered } = createOffered(dataFolder && join(dataFolder, 'offered'));
  /** That of the running program, wherever a next one will look. */
  const place = (): DataPlace => {
    const known = shell === null ? dataPlace() : shell.places.now();
    return { ...known, folder: dataFolder ?? known.folder };
  };
  return {
    ...offered,
    handOver: add,
    tidy: async () => {
      if (dataFolder !== null && shell !== null) await tidyAfterMove(dataFolder, shell.places);
    },
    pickFiles: async () =>
      shell === null ? noShell() : done({ files: await add(await shell.pickFiles()) }),
    pickFolder: async () =>
      shell === null ? noShell() : done({ folder: await shell.pickFolder() }),
    reveal: async ({ what }) => {
      if (shell === null) return noShell();
      const shown = { data: dataFolder, log: shell.logFile, library: libraryFile }[what];
      if (shown === null)
        return failed('not-writable', 'There is no folder for documents of your own.');
      shell.reveal(shown);
      return done(null);
    },
    dataPlace: async () =>
      dataFolder === null
        ? failed('not-writable', 'There is no folder for documents of your own.')
        : done(place()),
    async moveData({ to }) {
      if (shell === null || dataFolder === null) return noShell();
      if (!place().canMove)
        return failed('not-allowed', 'This data folder goes with the program or was named to it.');
      const others = await jobs.jobs({});
      if (others.ok && others.value.jobs.length > 0)
        return failed('not-writable', 'Something is still being done; wait until it has ended.');
      return jobs.run({ kind: 'move-data', what: '', unit: 'bytes' }, async (job) => {
        const copied = await copyData(dataFolder, to, job, async (move) => {
          await writeWhole(moveNote(shell.places), JSON.stringify(move));
          await shell.places.note(move.to);
        });
        if (!copied.ok) return copied;
        // What is open is in the old folder.
        shell.restart();
        return done({ folder: resolve(to), isPortable: false, canMove: true });
      });
    },
  };
}
