import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The day that files in an archive and properties bear which must be the same tomorrow. */
const noDay = new Date(1980, 0, 1);

/** Numbers what the pattern finds from 1 on; what had one number has one again. */
function counted(xml: string, pattern: RegExp): string {
  const numbers = new Map<string, number>();
  return xml.replace(pattern, (_all, start: string, old: string) => {
    const number = numbers.get(old) ?? numbers.size + 1;
    numbers.set(old, number);
    return `${start}${number}`;
  });
}

/**
 * The same bytes for the same sheet: what the writer makes up as it goes, names of links, numbers of pictures and the
 * time, is replaced by what the sheet alone decides.
 */
export function settled(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const put = (name: string, words: string): void => {
    if (files[name] !== undefined) files[name] = strToU8(words);
  };
  put(
    'docProps/core.xml',
    text('docProps/core.xml').replace(/(<dcterms:\w+[^>]*>)[^<]*/g, '$11980-01-01T00:00:00Z'),
  );
  for (const part of ['document', 'footnotes']) {
    const names = new Map<string, string>();
    const relations = `word/_rels/${part}.xml.rels`;
    const rename = (words: string): string =>
      words.replace(
        /(\b(?:r:id|r:embed|Id)=")(rId)?([^"]+)"/g,
        (all, start: string, _known, id: string) =>
          /^\d+$/.test(id) ? all : `${start}${names.get(id) ?? id}"`,
      );
    for (const [, id = ''] of text(relations).matchAll(/\bId="(?:rId)?([^"]+)"/g))
      if (!/^\d+$/.test(id)) names.set(id, `made${names.size + 1}`);
    put(relations, rename(text(relations)));
    const marked = counted(rename(text(`word/${part}.xml`)), /(<wp:docPr id=")(\d+)/g);
    put(`word/${part}.xml`, counted(marked, /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g));
  }
  return zipSync(files, { mtime: noDay });
}
