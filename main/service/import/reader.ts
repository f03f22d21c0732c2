import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StructuredDocument } from '../../contract/document.ts';
import type { Failure } from '../../contract/failure.ts';
import type { ImportLimits } from './limits.ts';
import type { ReaderReply, ReaderRequest } from './messages.ts';

/** What reading a file gave; `known`: its bytes are in the library, so it was not read. */
export type ReadFile =
  | { readonly kind: 'document'; readonly sha256: string; readonly document: StructuredDocument }
  | { readonly kind: 'known'; readonly sha256: string }
  | { readonly kind: 'failed'; readonly error: Failure };

/** Reads one file at a time in a thread of its own. */
export interface Reader {
  /** Never rejects: a thread that dies, hangs or takes too much memory is this file's failure. */
  read(file: string, isKnown: (sha256: string) => boolean): Promise<ReadFile>;
  close(): Promise<void>;
}

/** Milliseconds between looks at the memory that a thread holds. */
const watchInterval = 100;

/**
 * Node ends a thread whose heap is full, but where one step of the engine asks for much at once it ends the whole process
 * instead. So a thread is ended from here, soon after it holds more than it may, and its own bound is so many times
 * as high that it is not met meanwhile.
 */
const headroom = 4;

interface Attempt {
  readonly outcome: ReadFile;
  /** Whether the thread is of no more use. */
  readonly isSpent: boolean;
}

const timedOut = (name: string, seconds: number): Failure => ({
  code: 'timed-out',
  message: `${name} took longer than ${seconds} seconds to read and was left out.`,
});
const outOfMemory = (name: string): Failure => ({
  code: 'out-of-memory',
  message: `${name} needs more memory than reading a file may take.`,
});
const died = (name: string): Failure => ({
  code: 'reader-died',
  message: `The reader broke down while it read ${name}, which was left out.`,
});

/** Reads one file in a thread, within the limits. */
function attempt(
  worker: Worker,
  file: string,
  isKnown: (sha256: string) => boolean,
  limits: ImportLimits,
): Promise<Attempt> {
  const name = basename(file);
  const send = (request: ReaderRequest): void => {
    worker.postMessage(request, []);
  };
  return new Promise((resolve) => {
    let sha256 = '';
    const finish = (outcome: ReadFile, isSpent: boolean): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve({ outcome, isSpent });
    };
    const failWith = (error: Failure): void => finish({ kind: 'failed', error }, true);
    const onMessage = (reply: ReaderReply): void => {
      switch (reply.kind) {
        case 'fetched':
          sha256 = reply.sha256;
          if (isKnown(sha256)) finish({ kind: 'known', sha256 }, false);
          else send({ kind: 'read' });
          break;
        case 'document':
          finish({ kind: 'document', sha256, document: reply.document }, false);
          break;
        case 'failed':
          // What was left half done after a lack of memory or of stack may still take room.
          finish(reply, reply.error.code === 'out-of-memory' || reply.error.code === 'internal');
          break;
      }
    };
    const onError = (error: unknown): void => {
      const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      failWith(isMemory ? outOfMemory(name) : died(name));
    };
    const onExit = (): void => failWith(died(name));
    const timer = setTimeout(() => failWith(timedOut(name, limits.seconds)), limits.seconds * 1000);
    // Answers though the thread is busy. What stands outside the heap is the bytes of files, and WebAssembly.
    const look = async (): Promise<void> => {
      try {
        const { used_heap_size: heap, external_memory: outside } = await worker.getHeapStatistics();
        const isTooMuch =
          heap > limits.heapMegabytes * 1_000_000 ||
          outside > limits.outsideHeapMegabytes * 1_000_000;
        if (isTooMuch) failWith(outOfMemory(name));
      } catch {
        // The thread has just ended, of which `onExit` tells.
      }
    };
    const watch = setInterval(() => void look(), watchInterval);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    send({ kind: 'fetch', file, maxBytes: limits.maxBytes });
  });
}

/**
 * A reader whose thread runs the script `entry`. A file that breaks a thread which has read others before it gets a new
 * one and another chance, since it may be those others that took the memory.
 */
export function createReader(entry: URL, limits: ImportLimits): Reader {
  let worker: Worker | null = null;
  let filesRead = 0;

  const start = (): Worker => {
    filesRead = 0;
    const started = new Worker(entry, {
      // What a library prints is not for the command's output.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes * headroom },
    });
    started.stdout.resume();
    started.stderr.resume();
    // Trouble between files; the next one finds the thread gone.
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  };
  const end = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };

  const readOnce = async (file: string, isKnown: (sha256: string) => boolean): Promise<Attempt> => {
    worker ??= start();
    filesRead += 1;
    const result = await attempt(worker, file, isKnown, limits);
    if (result.isSpent || filesRead >= limits.filesPerThread) await end();
    return result;
  };

  return {
    read: async (file, isKnown) => {
      const isFresh = worker === null;
      const first = await readOnce(file, isKnown);
      const code = first.outcome.kind === 'failed' ? first.outcome.error.code : null;
      if (isFresh || (code !== 'out-of-memory' && code !== 'reader-died')) return first.outcome;
      return (await readOnce(file, isKnown)).outcome;
    },
    close: end,
  };
}
