import type { IpcMain } from 'electron';
import type { Api } from '../contract/api.ts';
import { failed, type Result } from '../contract/failure.ts';
import { dispatch } from '../contract/requests.ts';
import { callChannel } from './channel.ts';
import { methodsWithPaths, pathsIn, type Handed } from './handed.ts';
import { isOurPage } from './sender.ts';

/**
 * Lets our page call the Api. Everybody else, a frame inside our page or a page that is not ours, gets `not-allowed`, and so
 * does a page that names a file which nobody handed over; what a call holds is checked by `dispatch`, as on every wire.
 */
export function answerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  api: Api,
  handed: Handed,
  report: (bug: unknown) => void,
): void {
  /** The search that each page waits for: while one types, every key press takes the place of the one before. */
  const latest = new WeakMap<object, { aborted: boolean }>();
  ipcMain.handle(callChannel, async (event, method: unknown, request: unknown) => {
    if (!isOurPage(event)) return failed('not-allowed', 'This page may not call Recital.');
    if (methodsWithPaths.has(method) && !pathsIn(request).every(handed.covers))
      return failed('not-allowed', 'Nobody handed this file over.');
    const asked = { aborted: false };
    if (method === 'search' && event.senderFrame !== null) {
      const before = latest.get(event.senderFrame);
      if (before !== undefined) before.aborted = true;
      latest.set(event.senderFrame, asked);
    }
    const answer = await dispatch(api, 'all', method, request, report, asked);
    handed.add(handedBy(method, answer));
    return answer;
  });
}

/** What a person handed over in a dialogue or on a stick, or a page by its bytes. */
function handedBy(method: unknown, answer: Result<unknown>): readonly string[] {
  if (!answer.ok) return [];
  switch (method) {
    // Whoever plugs a stick in hands over the packs on it.
    case 'sticks':
    case 'pickFiles':
      return (answer.value as { files: readonly { path: string }[] }).files.map(({ path }) => path);
    case 'pickFolder': {
      const { folder } = answer.value as { folder: string | null };
      return folder === null ? [] : [folder];
    }
    case 'offer':
      return [(answer.value as { path: string }).path];
    default:
      return [];
  }
}
