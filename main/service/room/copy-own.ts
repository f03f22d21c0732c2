import { Worker } from 'node:worker_threads';
import { failed, type Result } from '../../contract/failure.ts';
import { threadFile } from '../thread-file.ts';
import type { CopyJob } from './copy-editions.ts';

/** Copies editions in a thread of its own. Errors: those of `copyEditions`; `called-off` once `signal` is aborted. */
export async function copyOwn(job: CopyJob, signal: AbortSignal): Promise<Result<null>> {
  const worker = new Worker(threadFile('copy-worker', import.meta.url), { workerData: job });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await new Promise((resolve, reject) => {
      worker
        .on('message', (result: Result<null>) => resolve(result))
        .on('error', reject)
        .on('exit', () => resolve(failed('called-off', 'Recital is closing.')));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
