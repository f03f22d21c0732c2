import type { BrowserWindow, Dialog } from 'electron';
import { startPage } from './address.ts';
import type { Log } from './log.ts';
import type { ShellWords } from './words/index.ts';

/** More within a minute are no accident. */
const mostCrashes = 3;
const minute = 60_000;

interface Recovery {
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly log: Log;
  readonly words: () => ShellWords;
  readonly now?: () => number;
}

/**
 * Opens a window's page anew, where it was, after its process has gone or where a person has waited for it long enough. The
 * history of a window belongs to the program and not to the page, so that it is all there afterwards.
 */
export function recover(
  window: BrowserWindow,
  { dialog, log, words, now = Date.now }: Recovery,
): void {
  const { webContents: contents } = window;
  let crashes: number[] = [];

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.note('page gone', { reason, status: exitCode });
    crashes = [...crashes.filter((at) => now() - at < minute), now()];
    // Not within the event: what it tells of is still on its way.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      if (crashes.length <= mostCrashes) contents.reload();
      else void askOnce();
    });
  });

  async function askOnce(): Promise<void> {
    const said = words();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: said.crashes,
      detail: said.crashesDetail,
      buttons: [said.once, said.goHome, said.closeWindow],
      defaultId: 0,
      cancelId: 2,
    });
    if (window.isDestroyed()) return;
    crashes = [];
    if (response === 0) contents.reload();
    else if (response === 1) contents.loadURL(startPage).catch(() => {});
    else window.destroy();
  }

  let asking: AbortController | null = null;
  window.on('unresponsive', () => {
    if (asking !== null) return;
    log.note('page hangs');
    asking = new AbortController();
    void askWhetherToWait(asking);
  });
  window.on('responsive', () => asking?.abort());

  async function askWhetherToWait(asked: AbortController): Promise<void> {
    const said = words();
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: said.hangs,
      detail: said.hangsDetail,
      buttons: [said.wait, said.openAnew],
      defaultId: 0,
      cancelId: 0,
      signal: asked.signal,
    });
    asking = null;
    // Its process has then gone, from which it recovers as above.
    if (response === 1 && !asked.signal.aborted && !window.isDestroyed())
      contents.forcefullyCrashRenderer();
  }
}
