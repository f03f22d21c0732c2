import { parentPort, workerData } from 'node:worker_threads';
import type { ImportJob, JobReply } from './messages.ts';
import { runImport } from './run-import.ts';

// The process of an import, or its thread: it writes the library and starts the threads that read, so that the thread
// that serves people has nothing to do but to pass on what is said here.

async function run(job: ImportJob, say: (reply: JobReply) => void): Promise<void> {
  say({ kind: 'ended', result: await runImport(job, say) });
}

if (parentPort !== null) {
  const port = parentPort;
  await run(workerData as ImportJob, (reply) => port.postMessage(reply));
} else {
  // Whoever asked for the import is gone, and so is its reason.
  process.on('disconnect', () => process.exit());
  process.once('message', async (job: ImportJob) => {
    await run(job, (reply) => process.send?.(reply));
    process.disconnect();
  });
}
