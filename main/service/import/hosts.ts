import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { threadFile } from '../thread-file.ts';
import type { ImportJob, JobReply } from './messages.ts';

/** How a job came to its end before it said so: for want of memory, or otherwise. */
export type Crash = 'memory' | 'other';

/** A job that runs apart from the thread that serves people. */
export interface Host {
  /** Told once, after the last reply; null: the job had said that it ended. */
  readonly ended: Promise<Crash | null>;
  stop(): void;
}

/** A process of ours that runs a script, whichever way this program starts one. */
export interface Apart {
  send(message: unknown): void;
  onMessage(hear: (message: unknown) => void): void;
  /** The process has gone, and how. Rejected where it could not be started. */
  readonly gone: Promise<Crash>;
  kill(): void;
}

/**
 * Starts a script in a process of its own: the engine ends its whole process where one step asks for more memory than there
 * is, whatever bounds its threads have; and a window never waits for what another process does.
 */
export type StartProcess = (script: string) => Apart;

/** How Node starts one. */
export const forkNode: StartProcess = (script) => {
  const child = fork(script, {
    execArgv: [],
    serialization: 'advanced',
    // What an engine prints when it dies is not for the person who imports.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    send: (message) => child.send(message as object),
    onMessage: (hear) => child.on('message', hear),
    gone: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) =>
        resolve(signal === 'SIGABRT' || code === 134 ? 'memory' : 'other'),
      );
    }),
    kill: () => child.kill('SIGKILL'),
  };
};

export function startJob(
  startProcess: StartProcess,
  job: ImportJob,
  onReply: (reply: JobReply) => void,
): Host {
  const apart = startProcess(fileURLToPath(threadFile('import-worker', import.meta.url)));
  let hasEnded = false;
  apart.onMessage((message) => {
    const reply = message as JobReply;
    onReply(reply);
    if (reply.kind !== 'ended') return;
    hasEnded = true;
    // Everything is written and closed, and a process of Electron's does not end by itself.
    apart.kill();
  });
  apart.send(job);
  return { ended: apart.gone.then((crash) => (hasEnded ? null : crash)), stop: apart.kill };
}
