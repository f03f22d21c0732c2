import { spawn } from 'node:child_process';
import type { App } from 'electron';

type Ends = Pick<App, 'isPackaged' | 'relaunch' | 'releaseSingleInstanceLock'> & {
  once(event: 'quit', hear: () => void): unknown;
};

interface Place {
  readonly env: Readonly<Record<string, string | undefined>>;
  start(file: string): void;
}

const here: Place = {
  env: process.env,
  start: (file) => spawn(file, [], { detached: true, stdio: 'ignore' }).unref(),
};

/**
 * Starts the program anew once this one has ended. One that unpacks itself is started from the file that a person started:
 * what runs goes with it. What was given to this one on the command line is not given again.
 */
export function startAgain(app: Ends, { env, start }: Place = here): void {
  if (!app.isPackaged) return app.relaunch();
  const { APPIMAGE: image, PORTABLE_EXECUTABLE_FILE: portable } = env;
  if (image === undefined) {
    app.relaunch(portable === undefined ? { args: [] } : { args: [], execPath: portable });
    return;
  }
  // What Electron would wait with lies in the image, which goes too early.
  app.once('quit', () => {
    app.releaseSingleInstanceLock();
    start(image);
  });
}
