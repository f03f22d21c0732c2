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
  ipcMain.handle(callChannel, (event, method: unknown, request: unknown) =>
    isOurPage(event)
      ? dispatch(api, 'all', method, request, report)
      : failed('not-allowed', 'This page may not call Recital.'),
  );
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
