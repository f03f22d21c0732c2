import { array, assert, asyncProperty, nat, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../main/documents/read/limits.ts';
import { createPdfEngine, readPdf } from '../../../main/documents/read/pdf/index.ts';
import { Warnings } from '../../../main/documents/read/warn.ts';
import { codeOf, engine, fixture, read } from './reading.ts';

/** What a damaged file may end in: its own code, or its text as far as it can be read. */
const expected = ['ok', 'damaged', 'truncated', 'encrypted', 'file-empty', 'scanned', 'too-large'];

describe('files that cannot be read', () => {
  it('refuses a file with a password and says what to do', async () => {
    const { result } = await read('locked.pdf');
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'encrypted',
        message: 'locked.pdf is encrypted. Open it with its password, then save it without one.',
      },
    });
  });

  it('refuses a picture of a page and says what to do', async () => {
    const { result } = await read('scan.pdf');
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'scanned',
        message:
          'scan.pdf holds pictures of pages and no text. Run text recognition on it and take the result, or the original.',
      },
    });
  });

  it('refuses a file without bytes, and one that says it is a PDF and holds nothing', async () => {
    expect(await codeOf(new Uint8Array(0))).toBe('file-empty');
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\n'))).toBe('truncated');
  });

  it('refuses a file that ends early, wherever it was cut, rather than pass a part off as the whole', async () => {
    const whole = fixture('columns.pdf');
    for (const part of [0.1, 0.4, 0.7, 0.95, 0.999]) {
      expect(await codeOf(whole.subarray(0, Math.floor(whole.length * part)))).toBe('truncated');
    }
  });

  it('refuses a file whose tables lead nowhere', async () => {
    const text =
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n';
    expect(['damaged', 'file-empty']).toContain(await codeOf(new TextEncoder().encode(text)));
  });

  it('refuses what is larger than the limits allow', async () => {
    const { result } = await read('columns.pdf', undefined, { ...defaultLimits, maxBytes: 1000 });
    expect(result.ok ? 'ok' : result.error.code).toBe('too-large');
  });

  it('refuses a file that needs more memory than the engine may take, and reads the next one', async () => {
    const bytes = fixture('columns.pdf');
    const small = createPdfEngine(await wasmBytes(), 32 * 1024 * 1024);
    const large = new Uint8Array(64 * 1024 * 1024);
    large.set(bytes);
    large.set(bytes.subarray(-4096), large.length - 4096);
    const first = await readPdf('large.pdf', large, defaultLimits, small, new Warnings());
    expect(first.ok ? 'ok' : first.error.code).toBe('too-large');
    const second = await readPdf('small.pdf', bytes, defaultLimits, small, new Warnings());
    expect(second.ok).toBe(true);
  });

  it('says so where there is no engine to read with', async () => {
    const result = await readPdf(
      'a.pdf',
      fixture('scan.pdf'),
      defaultLimits,
      undefined,
      new Warnings(),
    );
    expect(result.ok ? 'ok' : result.error.code).toBe('format-unsupported');
  });
});

describe('damaged files', () => {
  it('never throws and never hangs whatever bytes are changed, and still reads a sound file afterwards', async () => {
    const sound = fixture('report.pdf');
    await assert(
      asyncProperty(
        array(tuple(nat(sound.length - 1), nat(255)), { minLength: 1, maxLength: 60 }),
        async (changes) => {
          const bytes = Uint8Array.from(sound);
          for (const [at, value] of changes) bytes[at] = value;
          expect(expected).toContain(await codeOf(bytes));
        },
      ),
      { numRuns: 40 },
    );
    expect(await codeOf(sound)).toBe('ok');
  });

  it('leaves the bytes that it was given as they were', async () => {
    const bytes = fixture('report.pdf');
    const before = Uint8Array.from(bytes);
    await codeOf(bytes);
    expect(bytes).toEqual(Buffer.from(before));
    expect(engine).toBeDefined();
  });
});

async function wasmBytes(): Promise<Uint8Array> {
  const { readFile } = await import('node:fs/promises');
  return readFile(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
}
