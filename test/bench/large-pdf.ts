import { deflateSync } from 'node:zlib';

const linesOfPage = 44;
const lettersOfLine = 84;

/**
 * A PDF file of so many pages of running text, as a word processor writes it: compressed pages, a head and a page number
 * on each, lines painted word group by word group with kerning. The words are taken from `words` in turn.
 */
export function largePdf(words: readonly string[], pages: number): Uint8Array {
  const objects: Uint8Array[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  const font = add('<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>');
  const tree = add('');
  const kids: number[] = [];
  let next = 0;
  const line = (): string => {
    let text = words[next++ % words.length] ?? '';
    while (text.length < lettersOfLine) text += ` ${words[next++ % words.length] ?? ''}`;
    return text;
  };
  for (let page = 1; page <= pages; page += 1) {
    const rows = [`BT /F1 9 Tf 250 806 Td (Large file of the bench) Tj ET`];
    for (let row = 0; row < linesOfPage; row += 1) {
      const groups = escape(line()).replaceAll(/(?<=\w{3}) (?=\w{5})/g, ' ) -12 (');
      rows.push(`BT /F1 11 Tf 57 ${770 - row * 15} Td [(${groups})] TJ ET`);
    }
    rows.push(`BT /F1 9 Tf 290 40 Td (${page}) Tj ET`);
    const stream = deflateSync(rows.join('\n'));
    const content = add(
      Buffer.concat([
        Buffer.from(`<</Length ${stream.length}/Filter/FlateDecode>>\nstream\n`),
        stream,
        Buffer.from('\nendstream'),
      ]),
    );
    kids.push(
      add(
        `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources<</Font<</F1 ${font} 0 R>>>>>>`,
      ),
    );
  }
  const list = kids.map((kid) => `${kid} 0 R`).join(' ');
  objects[tree - 1] = Buffer.from(`<</Type/Pages/Count ${pages}/Kids[${list}]>>`);
  const root = add(`<</Type/Catalog/Pages ${tree} 0 R>>`);
  return fileOf(objects, root);
}

const escape = (text: string): string =>
  text.replaceAll(/[^\x20-\x7e]/g, '-').replaceAll(/[\\()]/g, String.raw`\$&`);

function fileOf(objects: readonly Uint8Array[], root: number): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const write = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    places.push(length);
    write(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  }
  const start = length;
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  write(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${objects.length + 1}/Root ${root} 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
