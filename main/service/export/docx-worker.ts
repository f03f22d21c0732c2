import { parentPort } from 'node:worker_threads';
import { docxOf } from '../../documents/export/docx.ts';
import type { Sheet, SheetBlock } from '../../documents/export/index.ts';

// The thread in which files for Word are made: the library that makes them does so all at once.

/** The blocks of a sheet, a few at a time, and then the rest of it. */
export type DocxRequest =
  | { readonly blocks: readonly SheetBlock[] }
  | { readonly sheet: Omit<Sheet, 'blocks'> };

const blocks: SheetBlock[] = [];

async function take(request: DocxRequest): Promise<void> {
  if ('blocks' in request) {
    for (const block of request.blocks) blocks.push(block);
    return;
  }
  const bytes = await docxOf({ ...request.sheet, blocks });
  // A copy of its own, since what is handed over is gone from here.
  const own = new Uint8Array(bytes);
  parentPort?.postMessage(own, [own.buffer]);
}

parentPort?.on('message', (request: DocxRequest) => {
  // An error ends the thread, which is how its starter learns of it.
  take(request).catch((error: unknown) => {
    throw error;
  });
});
