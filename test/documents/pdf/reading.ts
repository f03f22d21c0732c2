import { readFileSync } from 'node:fs';
import type { Warning } from '../../../main/contract/document.ts';
import type { Result } from '../../../main/contract/failure.ts';
import type { Block, ReadSource } from '../../../main/documents/read/blocks.ts';
import { defaultLimits, type ReadLimits } from '../../../main/documents/read/limits.ts';
import { createPdfEngine, readPdf } from '../../../main/documents/read/pdf/index.ts';
import { Warnings } from '../../../main/documents/read/warn.ts';

const wasm = readFileSync(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
/** One PDFium for all tests of a file; it starts with the first. */
export const engine = createPdfEngine(wasm);

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/files/pdf/${name}`, import.meta.url));
}

export async function read(
  name: string,
  bytes: Uint8Array = fixture(name),
  limits: ReadLimits = defaultLimits,
): Promise<{ readonly result: Result<ReadSource>; readonly warnings: readonly Warning[] }> {
  const warnings = new Warnings();
  const result = await readPdf(name, bytes, limits, engine, warnings);
  return { result, warnings: warnings.list() };
}

export async function blocksOf(name: string): Promise<readonly Block[]> {
  const { result } = await read(name);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.blocks;
}

export async function codeOf(bytes: Uint8Array): Promise<string> {
  const { result } = await read('file.pdf', bytes);
  return result.ok ? 'ok' : result.error.code;
}
