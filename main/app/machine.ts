import { mkdirSync } from 'node:fs';
import { extname } from 'node:path';
import { app, BrowserWindow, dialog, shell } from 'electron';
import { dataPlace, noteDataFolder, type Shell } from '../service/index.ts';
import type { ShellWords } from './words/index.ts';

type Choose = 'openFile' | 'openDirectory';

/** The system's dialogue, before the window that a person is in. */
async function choose(
  title: string,
  ...properties: (Choose | 'multiSelections' | 'createDirectory')[]
) {
  const window = BrowserWindow.getFocusedWindow();
  const options = { title, message: title, properties };
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? [] : filePaths;
}

/** What the service asks of the system: dialogues and the file manager. */
export function createMachineShell(
  words: () => ShellWords,
  logFile: string,
  restart: () => void,
): Shell {
  return {
    logFile,
    restart,
    places: { now: dataPlace, note: noteDataFolder, windowFolder: app.getPath('userData') },
    pickFiles: () => choose(words().chooseFiles, 'openFile', 'multiSelections'),
    pickFolder: async () =>
      (await choose(words().chooseFolder, 'openDirectory', 'createDirectory'))[0] ?? null,
    reveal: (path) => {
      if (extname(path) !== '') return shell.showItemInFolder(path);
      try {
        // A data folder is made when something is first written to it.
        mkdirSync(path, { recursive: true });
      } catch {
        // The file manager says so.
      }
      void shell.openPath(path);
    },
  };
}
