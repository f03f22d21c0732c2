import type { ImportJob, JobReply } from './messages.ts';
import { runImport } from './run-import.ts';

// The process of an import: it writes the library and starts the threads that read, so that the one that serves people
// has nothing to do but to pass on what is said here. Whoever started it ends it once it has said that all is done.

/** In a process of Electron's; there is none in one of Node's. */
interface ElectronPort {
  once(event: 'message', hear: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown, transfer: []): void;
}

async function run(job: unknown, send: (reply: JobReply) => void): Promise<void> {
  send({ kind: 'ended', result: await runImport(job as ImportJob, send) });
}

const { parentPort } = process as { readonly parentPort?: ElectronPort };
if (parentPort === undefined) {
  // Whoever asked for the import is gone, and so is its reason.
  process.on('disconnect', () => process.exit());
  process.once('message', (job) => run(job, (reply) => process.send?.(reply)));
} else {
  parentPort.once(
    'message',
    ({ data }) => void run(data, (reply) => parentPort.postMessage(reply, [])),
  );
}
