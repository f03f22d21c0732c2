import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createPdfEngine, type ReadEngines } from '../documents/index.ts';

/** The name under which a bundle keeps PDFium's WebAssembly file beside its own code. */
const besideTheCode = './pdfium.wasm';

let engines: Promise<ReadEngines> | undefined;

/**
 * What readers need that is no code of ours: today PDFium. Its file is read once a process (or worker), at the first
 * call; PDFium itself starts with the first PDF file. In a bundle the file lies beside the code that was bundled; from
 * the sources it is the package's own.
 */
export function readEngines(): Promise<ReadEngines> {
  engines ??= createPdfEngine(readWasm()).then((pdf) => ({ pdf }));
  return engines;
}

function readWasm(): Uint8Array {
  try {
    return readFileSync(fileURLToPath(new URL(besideTheCode, import.meta.url)));
  } catch {
    return readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  }
}
