import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { defaultLimits } from '../../main/documents/read/limits.ts';
import { readPdf } from '../../main/documents/read/pdf/index.ts';
import { Warnings } from '../../main/documents/read/warn.ts';
import { readEngines } from '../../main/service/engines.ts';

/** Reads the file once for every message, and answers with the number of its last page that has text. */
const file: string = workerData;
const bytes = await readFile(file);
const engine = (await readEngines()).pdf;
parentPort?.on('message', async () => {
  const result = await readPdf(file, bytes, defaultLimits, engine, new Warnings());
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(result.ok ? result.value.blocks.at(-1)?.page : result.error.code);
});
