import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import type { Drawing } from './drawing.ts';

/** Pixels row by row, four bytes each: red, green, blue, opacity. */
export interface Picture {
  readonly size: number;
  readonly pixels: Uint8Array;
}

/** Exports that the package does not type. */
interface Memory {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(size: number): number;
}

/** A square drawing at each of the sizes, painted by PDFium, which the program carries for reading. */
export async function rasterise(
  drawing: Drawing,
  sizes: readonly number[],
): Promise<readonly Picture[]> {
  if (drawing.width !== drawing.height) throw new Error('An icon is square.');
  const wasmFile = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const wasm = readFileSync(wasmFile);
  const { pdfium, ...functions } = await init({ wasmBinary: wasm });
  functions.PDFiumExt_Init();
  const { memory, malloc } = pdfium.wasmExports as unknown as Memory;
  const bytes = asPdf(drawing);
  const copy = malloc(bytes.length);
  new Uint8Array(memory.buffer).set(bytes, copy);
  const document = functions.FPDF_LoadMemDocument(copy, bytes.length, '');
  const page = functions.FPDF_LoadPage(document, 0);
  if (page === 0) throw new Error('PDFium does not take the drawing.');
  return sizes.map((size) => {
    const hasOpacity = 1;
    const redFirst = 0x10;
    const bitmap = functions.FPDFBitmap_Create(size, size, hasOpacity);
    functions.FPDFBitmap_FillRect(bitmap, 0, 0, size, size, 0);
    functions.FPDF_RenderPageBitmap(bitmap, page, 0, 0, size, size, 0, redFirst);
    const at = functions.FPDFBitmap_GetBuffer(bitmap);
    const pixels = new Uint8Array(memory.buffer).slice(at, at + size * size * 4);
    functions.FPDFBitmap_Destroy(bitmap);
    return { size, pixels };
  });
}

/** A file of one page (ISO 32000-2, 7.5). */
function asPdf({ width, height, operators }: Drawing): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<<>>/Contents 4 0 R>>`,
    `<</Length ${operators.length}>>stream\n${operators}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  const count = objects.length + 1;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
