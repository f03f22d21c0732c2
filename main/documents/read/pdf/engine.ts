import { init } from '@embedpdf/pdfium';
import { failed, type Result } from '../../../contract/failure.ts';
import { openFile, type PdfFile } from './file.ts';
import { Pdfium, type RawFunctions } from './raw.ts';

/** Reads PDF files with PDFium; made by `createPdfEngine` and handed to `readDocument`. */
export interface PdfEngine {
  /**
   * Opens a file and hands it to `read`, which must be done with it when it returns. Fails with `encrypted`,
   * `truncated` or `damaged` where it does not open, and `too-large` where it asks for more memory than the engine may
   * take. A file that trips PDFium itself up is `damaged`, and the next file gets a fresh PDFium.
   */
  use<T>(name: string, bytes: Uint8Array, read: (file: PdfFile) => Result<T>): Promise<Result<T>>;
}

/** How much memory PDFium may take for one file, in bytes, unless the caller says otherwise. */
const usualMemory = 768 * 1024 * 1024;
/** PDFium's memory never shrinks; above this much it is given up after a file, so that one large file costs once. */
const memoryToKeep = 128 * 1024 * 1024;
const bytesOfPage = 65_536;

/**
 * An engine from the bytes of PDFium's WebAssembly file (`pdfium.wasm` of the package @embedpdf/pdfium). PDFium is
 * started for the first file that needs it. `memory` is the most bytes that it may take.
 */
export function createPdfEngine(wasm: Uint8Array, memory = usualMemory): PdfEngine {
  let running: Promise<Pdfium> | undefined;
  return {
    async use(name, bytes, read) {
      running ??= start(wasm, memory);
      const pdfium = await running;
      try {
        const file = openFile(pdfium, name, bytes);
        if (!file.ok) return file;
        const result = read(file.value);
        file.value.close();
        if (pdfium.raw.memory.buffer.byteLength > memoryToKeep) running = undefined;
        return result;
      } catch (error) {
        running = undefined;
        // Only what WebAssembly itself raises is the file's fault; anything else is a bug here.
        if (!isTrap(error)) throw error;
        return pdfium.raw.memory.buffer.byteLength > memory * 0.8
          ? failed('too-large', `${name} needs more memory than reading a file may take.`)
          : failed(
              'damaged',
              `${name} is damaged: its pages cannot be read. Get a fresh copy of the file.`,
            );
      }
    },
  };
}

const silent = (): void => {};

async function start(wasm: Uint8Array, memory: number): Promise<Pdfium> {
  const module = await init({ wasmBinary: wasm, print: silent, printErr: silent });
  // The package types two of its exports only; the rest are those that its own wrappers call.
  const raw = module.pdfium.wasmExports as unknown as RawFunctions;
  // The program of the package grows its memory through this very function, and takes a throw for "no more".
  const grow = raw.memory.grow.bind(raw.memory);
  raw.memory.grow = (pages) => {
    if (raw.memory.buffer.byteLength + pages * bytesOfPage > memory) throw new RangeError('limit');
    return grow(pages);
  };
  module.PDFiumExt_Init();
  return new Pdfium(raw);
}

/** Whether PDFium gave up: a trap, its own abort, or a stack that ran out. */
function isTrap(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'RuntimeError' || error instanceof RangeError;
}
