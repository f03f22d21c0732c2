import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultLimits, type ImportLimits } from '../../main/service/import/limits.ts';
import { createReader, type Reader } from '../../main/service/import/reader.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** A thread that does what the name of the file asks for, in place of what a hostile file would make it do. */
const script = `
import { parentPort } from 'node:worker_threads';
const kept = [];
parentPort.on('message', ({ kind, file }) => {
  if (kind === 'read') return parentPort.postMessage({ kind: 'document', document: { kept: kept.length } });
  switch (file) {
    case 'hang': for (;;);
    case 'wait': return;
    case 'exit': process.exit(3);
    case 'throw': throw new Error('out of nothing');
    case 'heap': return setInterval(() => kept.push(Array.from({ length: 100_000 }, (none, at) => ({ at }))), 10);
    case 'outside': for (;;) { kept.push(new Uint8Array(10_000_000).fill(1)); }
    case 'webassembly': { new WebAssembly.Memory({ initial: 4000 }); for (;;); }
    case 'leak': { kept.push(Array.from({ length: 700_000 }, (none, at) => ({ at }))); const end = Date.now() + 250; while (Date.now() < end); break; }
    case 'keep': kept.push(file); break;
    case 'print': console.log('what a library prints'); break;
  }
  parentPort.postMessage({ kind: 'fetched', sha256: file });
});`;

function reader(limits: Partial<ImportLimits>): Reader {
  const entry = join(temporaryFolder(), 'thread.mjs');
  writeFileSync(entry, script);
  const made = createReader(pathToFileURL(entry), { ...defaultLimits, ...limits });
  onTestFinished(() => made.close());
  return made;
}

const nothingIsKnown = (): boolean => false;

describe('a reader', () => {
  test.each([
    ['hang', 'timed-out', { seconds: 1 }],
    ['wait', 'timed-out', { seconds: 0.5 }],
    ['exit', 'reader-died', {}],
    ['throw', 'reader-died', {}],
    ['heap', 'out-of-memory', { heapMegabytes: 80 }],
    ['outside', 'out-of-memory', { outsideHeapMegabytes: 200 }],
    ['webassembly', 'out-of-memory', { outsideHeapMegabytes: 100, seconds: 10 }],
  ])(
    'whose thread comes to "%s" says %s of that file, and reads the next',
    async (file, code, limits) => {
      const made = reader(limits);
      expect(await made.read('before', nothingIsKnown)).toMatchObject({ kind: 'document' });
      const outcome = await made.read(file, nothingIsKnown);
      expect(outcome).toMatchObject({ kind: 'failed', error: { code } });
      expect(outcome.kind === 'failed' && outcome.error.message).toMatch(
        new RegExp(`${file}.*\\.$`),
      );
      expect(await made.read('after', nothingIsKnown)).toMatchObject({
        kind: 'document',
        sha256: 'after',
      });
    },
  );

  test('does not blame a file for memory that those before it took', async () => {
    const made = reader({ heapMegabytes: 100 });
    for (let count = 0; count < 4; count += 1)
      expect(await made.read('leak', nothingIsKnown)).toMatchObject({ kind: 'document' });
  });

  test('takes a new thread after so many files', async () => {
    const made = reader({ filesPerThread: 2 });
    const kept: unknown[] = [];
    for (let count = 0; count < 4; count += 1) {
      const read = await made.read('keep', nothingIsKnown);
      if (read.kind === 'document') kept.push((read.document as unknown as { kept: number }).kept);
    }
    expect(kept).toEqual([1, 2, 1, 2]);
  });

  test('does not read what is known by its checksum', async () => {
    const made = reader({});
    expect(await made.read('known', (sha256) => sha256 === 'known')).toEqual({
      kind: 'known',
      sha256: 'known',
    });
    expect(await made.read('print', nothingIsKnown)).toMatchObject({ kind: 'document' });
  });
});
