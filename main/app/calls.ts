import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Api } from '../contract/api.ts';
import { failed } from '../contract/failure.ts';
import { dispatch } from '../contract/requests.ts';
import { isStartPage, origin } from './address.ts';
import { callChannel } from './channel.ts';

/**
 * Lets our page call the Api. Everybody else, a frame inside our page or a page that is not ours, gets `not-allowed`;
 * what a call holds is checked by `dispatch`, as on every wire.
 */
export function answerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  api: Api,
  report: (bug: unknown) => void,
): void {
  /** The search that each page waits for: while one types, every key press takes the place of the one before. */
  const latest = new WeakMap<object, { aborted: boolean }>();
  ipcMain.handle(callChannel, (event, method: unknown, request: unknown) => {
    if (!isOurPage(event)) return failed('not-allowed', 'This page may not call Recital.');
    const asked = { aborted: false };
    if (method === 'search' && event.senderFrame !== null) {
      const before = latest.get(event.senderFrame);
      if (before !== undefined) before.aborted = true;
      latest.set(event.senderFrame, asked);
    }
    return dispatch(api, 'all', method, request, report, asked);
  });
}

/** The frame is null where it has gone since it called. */
function isOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === origin &&
    isStartPage(senderFrame.url)
  );
}
