import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { readDocument } from '../../main/documents/index.ts';
import { readSource } from '../../main/documents/read/index.ts';
import { defaultLimits } from '../../main/documents/read/limits.ts';
import { Warnings } from '../../main/documents/read/warn.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Paragraphs that fill a printed page. */
const paragraphsOfPage = 9;

const run = (words: string): string =>
  `<w:r w:rsidR="00AB12CD"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const level = (index: number, format: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${index + 1})"/></w:lvl>`;

const paragraph = (page: number, index: number): string =>
  `<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:pPr><w:numPr><w:ilvl w:val="${index % 3}"/><w:numId w:val="1"/></w:numPr></w:pPr>` +
  `${run(`that the harbours of region ${page} `)}${run('share their sensors and clocks, taking into account ')}` +
  `${run('Recommendation ITU\u2011T Y.3100, the needs of developing countries and the work of the study groups concerned;')}</w:p>`;
const cell = (words: string): string => `<w:tc><w:tcPr/><w:p>${run(words)}</w:p></w:tc>`;

/** A DOCX of so many pages of numbered clauses, as a word processor writes them, with a table on every tenth. */
function docxOfPages(pages: number): Uint8Array {
  const table = `<w:tbl>${`<w:tr>${cell('quay')}${cell('clock')}${cell('1 s')}</w:tr>`.repeat(8)}</w:tbl>`;
  const body = Array.from(
    { length: pages },
    (_, page) =>
      Array.from({ length: paragraphsOfPage }, (__, index) => paragraph(page, index)).join('') +
      (page % 10 === 0 ? table : ''),
  ).join('');
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/numbering" Target="numbering.xml"/></Relationships>`,
    ),
    'word/numbering.xml': strToU8(
      `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${level(0, 'lowerLetter')}${level(1, 'lowerRoman')}${level(2, 'decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    'word/document.xml': strToU8(`<w:document ${w}><w:body>${body}</w:body></w:document>`),
  });
}

/** The median of several times, in milliseconds, after one that is not counted. */
async function medianOf(times: number, act: () => Promise<unknown>): Promise<number> {
  await act();
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    await act();
    took.push(performance.now() - started);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

export interface DocxFigures {
  readonly pages: number;
  readonly pagesPerSecond: number;
  readonly pagesPerSecondOfMammoth: number;
  /** How many times faster reading is than `mammoth.extractRawText`, in one run; the goal is 3. */
  readonly ratio: number;
  /** The same for reading and parsing into structure together. */
  readonly ratioWithStructure: number;
}

/** Measures the DOCX reader beside mammoth's raw text on the same file. */
export async function timeDocxReader(pages = 200): Promise<DocxFigures> {
  const bytes = docxOfPages(pages);
  const buffer = Buffer.from(bytes);
  const read = await medianOf(7, async () => {
    const result = await readSource('bench.docx', bytes, defaultLimits, {}, new Warnings());
    if (!result.ok) throw new Error(result.error.message);
  });
  const structure = await medianOf(3, () => readDocument({ name: 'bench.docx', bytes }));
  const raw = await medianOf(3, () => mammoth.extractRawText({ buffer }));
  return {
    pages,
    pagesPerSecond: Math.round((pages / read) * 1000),
    pagesPerSecondOfMammoth: Math.round((pages / raw) * 1000),
    ratio: rounded(raw / read),
    ratioWithStructure: rounded(raw / structure),
  };
}
