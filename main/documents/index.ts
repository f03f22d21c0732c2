import type { StructuredDocument } from '../contract/document.ts';
import type { Result } from '../contract/failure.ts';
import type { GivenIdentity } from './parse/index.ts';
import type { DocumentFile } from './read-document.ts';
import type { ReadEngines } from './read/index.ts';
import type { PdfEngine } from './read/pdf/index.ts';

export { findCitations } from './cite/citations.ts';
export { nameOfWork } from './cite/names.ts';
export type { GivenIdentity, ReadEngines };

/**
 * A document's structure from the bytes of its file, whatever its format: the format is told from the bytes, the kind of
 * document from its text. Repairs and odd places are warnings in the value. Fails with a code of `readSource`, or with
 * one of `parse` where there are no words.
 *
 * The readers of all formats are loaded now, and not by whoever only wants a citation read.
 */
export async function readDocument(file: DocumentFile): Promise<Result<StructuredDocument>> {
  const { readNow } = await import('./read-document.ts');
  return readNow(file);
}

/** What reads PDF files, from the bytes of PDFium's WebAssembly. */
export async function createPdfEngine(wasm: Uint8Array): Promise<PdfEngine> {
  const engine = await import('./read/pdf/engine.ts');
  return engine.createPdfEngine(wasm);
}
