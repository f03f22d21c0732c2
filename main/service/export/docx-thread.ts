import { setImmediate as breath } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { Sheet, SheetBlock } from '../../documents/export/index.ts';
import { threadFile } from '../thread-file.ts';
import type { DocxRequest } from './docx-worker.ts';
import { tooLarge } from './in-pieces.ts';

/** Most memory of a thread's heap and longest time for one file. */
const heapMegabytes = 512;
const seconds = 60;
/** Blocks handed over at once. */
const blocksAtOnce = 100;

async function handOver(sheet: Sheet, send: (request: DocxRequest) => void): Promise<void> {
  const { blocks, ...rest } = sheet;
  let some: SheetBlock[] = [];
  for (const block of blocks) {
    some.push(block);
    if (some.length < blocksAtOnce) continue;
    send({ blocks: some });
    some = [];
    await breath();
  }
  send({ blocks: some });
  send({ sheet: rest });
}

function answerOf(worker: Worker): Promise<Result<Uint8Array>> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve(failed('timed-out', `The file took longer than ${seconds} seconds to make.`)),
      seconds * 1000,
    );
    const answer = (result: Result<Uint8Array>): void => {
      clearTimeout(timer);
      resolve(result);
    };
    worker
      .on('message', (bytes: Uint8Array) => answer(done(bytes)))
      .on('error', (error: unknown) => {
        const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        answer(
          isMemory
            ? tooLarge()
            : failed('internal', `The file could not be made: ${String(error)}`),
        );
      })
      .on('exit', () => answer(failed('called-off', 'Recital is closing.')));
  });
}

/** Makes a file for Word in a thread of its own, which is gone afterwards. */
export async function makeDocx(sheet: Sheet): Promise<Result<Uint8Array>> {
  const worker = new Worker(threadFile('docx-worker', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  try {
    const answer = answerOf(worker);
    await handOver(sheet, (request) => worker.postMessage(request, []));
    return await answer;
  } finally {
    await worker.terminate();
  }
}
