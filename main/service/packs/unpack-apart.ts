import { Worker } from 'node:worker_threads';
import { failed, type Result } from '../../contract/failure.ts';
import type { Unpacked } from '../../library/packs/index.ts';
import type { RunningJob } from '../machine/jobs.ts';
import { threadFile } from '../thread-file.ts';
import { calledOff } from './trouble.ts';
import type { UnpackJob, UnpackReply } from './unpack.ts';

/** Most memory of the thread's heap. */
const heapMegabytes = 2048;

const tooLarge = failed('out-of-memory', 'The pack needs more memory than unpacking one may take.');

/** Unpacks and proves in a thread of its own. Errors: those of `unpack`; `called-off`. */
export async function unpackApart(
  job: UnpackJob,
  { signal, tell }: RunningJob,
): Promise<Result<Unpacked>> {
  if (signal.aborted) return calledOff;
  const worker = new Worker(threadFile('pack-worker', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker
        .on('message', (reply: UnpackReply) => {
          if (reply.kind === 'ended') resolve(reply.result);
          else tell(reply);
        })
        .on('error', (error: unknown) => {
          const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
          if (isMemory) resolve(tooLarge);
          else reject(error);
        })
        .on('exit', () =>
          signal.aborted ? resolve(calledOff) : reject(new Error('Unpacking a pack broke down.')),
        );
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
