import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { KeptTexts, TextLine } from '../corpus/kept.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const pageOf = ({ name, heading, label, text }: TextLine): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(`${name}, ${heading} ${label}`)}</title></head><body><h1>${escape(heading)}</h1><p>${escape(`${label} ${text}`)}</p></body></html>\n`;

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A grey square: the picture that a ZIM file must have. */
function picture(): Uint8Array {
  const size = 48;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 0], 8);
  const rows = Buffer.alloc(size * (size + 1), 0x80);
  for (let row = 0; row < size; row += 1) rows[row * (size + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Every line of a file of texts, one after the other. */
export function* linesOf(file: string): Generator<TextLine> {
  // A file of the largest size is some hundred megabytes; a string can hold no more than half a gigabyte.
  const bytes = readFileSync(file);
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf(0x0a, from);
    yield JSON.parse(bytes.toString('utf8', from, to));
    from = to + 1;
  }
}

/** The same texts as HTML, a page a provision and a folder for each hundred. */
export function writePages(texts: KeptTexts, folder: string): { readonly pages: number } {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'picture.png'), picture());
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Corpus</title></head><body><p>Made for a bench.</p></body></html>\n',
  );
  let pages = 0;
  for (const line of linesOf(texts.file)) {
    const place = join(folder, `${Math.floor(pages / 100)}`);
    if (pages % 100 === 0) mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${pages % 100}.html`), pageOf(line));
    pages += 1;
  }
  return { pages };
}
