import { Worker } from 'node:worker_threads';
import { failed, type Result } from '../../contract/failure.ts';
import type { RunningJob } from '../machine/jobs.ts';
import { threadFile } from '../thread-file.ts';

export type UpgradeReply =
  | { readonly kind: 'far'; readonly done: number; readonly total: number }
  | { readonly kind: 'ended'; readonly result: Result<boolean> };

const calledOff = failed('called-off', 'Your documents are brought up to date at the next start.');

/**
 * Brings the person's own library up to date in a thread of its own. Errors: those of `upgradeOwnLibrary`; `called-off`.
 */
export async function upgradeApart(
  file: string,
  { signal, tell }: RunningJob,
): Promise<Result<boolean>> {
  if (signal.aborted) return calledOff;
  const worker = new Worker(threadFile('upgrade-worker', import.meta.url), { workerData: file });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker
        .on('message', (reply: UpgradeReply) => {
          if (reply.kind === 'ended') resolve(reply.result);
          else tell(reply);
        })
        .on('error', reject)
        .on('exit', () => resolve(calledOff));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
