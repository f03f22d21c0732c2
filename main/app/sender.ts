import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isStartPage, origin } from './address.ts';

/** Whether a message comes from the main frame of our page. The frame is null where it has gone since it called. */
export function isOurPage({
  senderFrame,
}: Pick<IpcMainInvokeEvent | IpcMainEvent, 'senderFrame'>): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === origin &&
    isStartPage(senderFrame.url)
  );
}
