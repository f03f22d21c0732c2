import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ImportJob, JobReply } from './messages.ts';
import { threadFile } from '../thread-file.ts';

/** How a job came to its end before it said so: for want of memory, or otherwise. */
export type Crash = 'memory' | 'other';

/** A job that runs apart from the thread that serves people. */
export interface Host {
  /** Told once, after the last reply; null: the job had said that it ended. */
  readonly ended: Promise<Crash | null>;
  stop(): void;
}

type Start = (job: ImportJob, onReply: (reply: JobReply) => void) => Host;

/**
 * A process of its own: the engine ends its whole process where one step asks for more memory than there is, whatever
 * bounds its threads have.
 */
const startProcess: Start = (job, onReply) => {
  const child = fork(fileURLToPath(threadFile('import-worker', import.meta.url)), {
    execArgv: [],
    serialization: 'advanced',
    // What an engine prints when it dies is not for the person who imports.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let hasEnded = false;
  const ended = new Promise<Crash | null>((resolve, reject) => {
    child.on('message', (reply: JobReply) => {
      if (reply.kind === 'ended') hasEnded = true;
      onReply(reply);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (hasEnded) resolve(null);
      else resolve(signal === 'SIGABRT' || code === 134 ? 'memory' : 'other');
    });
  });
  child.send(job);
  return { ended, stop: () => child.kill('SIGKILL') };
};

/** A thread, where no process of ours can be started: the packaged program runs no scripts. */
const startThread: Start = (job, onReply) => {
  const worker = new Worker(threadFile('import-worker', import.meta.url), { workerData: job });
  let hasEnded = false;
  const ended = new Promise<Crash | null>((resolve) => {
    worker.on('message', (reply: JobReply) => {
      if (reply.kind === 'ended') hasEnded = true;
      onReply(reply);
    });
    worker.on('error', () => resolve('other'));
    worker.on('exit', () => resolve(hasEnded ? null : 'other'));
  });
  return { ended, stop: () => void worker.terminate() };
};

export const startJob: Start =
  process.versions['electron'] === undefined ? startProcess : startThread;
