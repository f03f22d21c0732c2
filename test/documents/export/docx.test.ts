import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import type { Section, StructuredDocument } from '../../../main/contract/document.ts';
import { docxOf } from '../../../main/documents/export/docx.ts';
import { editionSheet } from '../../../main/documents/export/index.ts';
import type { Sheet } from '../../../main/documents/export/sheet.ts';
import { wordsIn } from '../../../main/documents/export/words.ts';
import { readDocument } from '../../../main/documents/index.ts';
import { newer } from '../../fixtures/documents.ts';
import { check } from './well-formed.ts';
import { hostileDocument, shownEdition } from './editions.ts';

const bytesFor = (document: StructuredDocument = newer): Promise<Uint8Array> =>
  docxOf(editionSheet(shownEdition(document)));

async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const parts: Record<string, string> = {};
  for (const [name, data] of Object.entries(unzipSync(bytes)))
    if (/\.(?:xml|rels)$/.test(name)) parts[name] = strFromU8(data);
  return parts;
}

/** The paragraphs of a part, each with its style and its words; a tab is a space. */
const paragraphsIn = (xml: string): { style: string; text: string; xml: string }[] =>
  [...xml.matchAll(/<w:p>[^]*?<\/w:p>|<w:p [^]*?<\/w:p>/g)].map(([inner]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(inner)?.[1] ?? '',
    text: [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, words = '']) => words)
      .join('')
      .replaceAll('\t', ' '),
    xml: inner,
  }));

describe('an edition for Word', async () => {
  const parts = await partsOf(await bytesFor());
  const document = parts['word/document.xml'] ?? '';
  const paragraphs = paragraphsIn(document);
  const styled = (style: string) =>
    paragraphs.filter((each) => each.style === style).map(({ text }) => text);

  test('has its title and headings in the styles that Word knows', () => {
    expect(styled('Title')).toEqual([newer.identity.title]);
    expect(styled('Heading1').slice(0, 3)).toEqual([
      'considering',
      'instructs Study Group 13 of ITU\u2011T, with the Advisory Group',
      'Annex 1',
    ]);
    for (const style of ['Title', 'Heading1', 'Quote', 'Provision', 'FootnoteText'])
      expect(parts['word/styles.xml']).toContain(`w:styleId="${style}"`);
  });

  test('has each label before its words', () => {
    expect(styled('Provision')).toContain('b that the network of lamps grows');
    expect(styled('Provision')).toContain('i network slicing for lighthouses;');
  });

  test('has its footnote as one, where its mark stands', () => {
    const place = paragraphs.find(({ xml }) => xml.includes('w:footnoteReference '));
    expect(place?.text).toMatch(/^a that IMT\u20112020 lamps shine/);
    expect(place?.xml.split('w:footnoteReference ')[0]).toContain(' lamps');
    expect(parts['word/footnotes.xml']).toContain('These include small islands.');
  });

  test('has the table with a head that spans two columns', () => {
    expect(document).toMatch(/<w:tbl>[^]*<w:gridSpan w:val="2"\/>[^]*Height/);
  });

  test('every part of it is well-formed, and every relation that is used is there', () => {
    for (const xml of Object.values(parts)) expect(() => check(xml)).not.toThrow();
    const known = [...(parts['word/_rels/document.xml.rels'] ?? '').matchAll(/ Id="([^"]+)"/g)];
    const ids = new Set(known.map(([, id]) => id));
    for (const [, id] of document.matchAll(/\br:(?:id|embed)="([^"]+)"/g))
      expect(ids).toContain(id);
  });

  test('another reader of such files reads the same words', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await bytesFor()) });
    expect(value).toContain('that the network of lamps grows');
    expect(value).toContain('A list of harbours.');
  });
});

/** As resolutions are labelled. */
const labelled: StructuredDocument = {
  ...newer,
  sections: newer.sections.map((section) => ({
    ...section,
    provisions: section.provisions.map((each) => ({ ...each, label: `${each.label})` })),
  })),
};

test('our own reader reads the same provisions from it again', async () => {
  const read = await readDocument({ name: 'lighthouses.docx', bytes: await bytesFor(labelled) });
  if (!read.ok) throw new Error(read.error.message);
  const [section] = read.value.sections;
  expect(section).toMatchObject({
    address: 'considering',
    provisions: [
      { label: 'a)', text: newer.sections[0]?.provisions[0]?.text },
      { label: 'b)', text: 'that the network of lamps grows' },
    ],
  });
});

test('the same edition gives the same bytes, whenever and however often', async () => {
  const first = await bytesFor();
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.from(await bytesFor()).equals(Buffer.from(first))).toBe(true);
});

const inArabic = (section: Section): Section => ({
  ...section,
  heading: 'إذ تضع في اعتبارها',
  provisions: section.provisions.map((each) => ({
    ...each,
    text: 'أن الشبكات تنمو (IMT-2020)؛',
    footnotes: [],
  })),
});

test('an Arabic edition runs from the right: every paragraph, its Arabic words and its tables', async () => {
  const arabic: StructuredDocument = {
    ...newer,
    language: 'ar',
    direction: 'rtl',
    identity: { ...newer.identity, title: 'المنارات' },
    sections: newer.sections.map(inArabic),
  };
  const parts = await partsOf(await bytesFor(arabic));
  const document = parts['word/document.xml'] ?? '';
  const wordy = paragraphsIn(document).filter((each) => each.text !== '');
  expect(wordy.filter(({ xml }) => !xml.includes('<w:bidi/>'))).toEqual([]);
  const runs = [...document.matchAll(/<w:r>[^]*?<\/w:r>/g)].map(([xml]) => xml);
  const arabicRuns = runs.filter((xml) => /\p{Script=Arabic}/u.test(xml));
  expect(arabicRuns.length).toBeGreaterThan(4);
  expect(arabicRuns.filter((xml) => !xml.includes('<w:rtl/>'))).toEqual([]);
  // The body’s name is English, and its full stops and brackets stay where English has them.
  const body = runs.find((xml) => xml.includes('World Telecommunication'));
  expect(body).not.toContain('<w:rtl/>');
  expect(document).toContain('<w:bidiVisual/>');
  expect(parts['word/styles.xml']).toContain('w:bidi="ar-SA"');
});

test('hostile words come out as words', async () => {
  const parts = await partsOf(await bytesFor(hostileDocument));
  for (const xml of Object.values(parts)) expect(() => check(xml)).not.toThrow();
  const words = paragraphsIn(parts['word/document.xml'] ?? '').map(({ text }) => text);
  expect(words.join('\n')).toContain('&lt;/script&gt;&lt;script&gt;alert(1)');
});

test('a code leads where its words say, and a question has boxes or lines', async () => {
  const link = 'recital:wtsa/resolution/7@2024#considering.a';
  const sheet: Sheet = {
    language: 'en',
    direction: 'ltr',
    title: 'Sheet',
    lines: [],
    contents: [],
    colophon: null,
    words: wordsIn('en'),
    blocks: [
      { kind: 'card', name: 'Lamp', detail: '', text: 'It shines.', link },
      { kind: 'question', text: 'Who sleeps?', answers: ['I do', 'Nobody'], lines: 2 },
    ],
  };
  const bytes = await docxOf(sheet);
  const pictures = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('word/media/'));
  expect(pictures).toHaveLength(1);
  const document = (await partsOf(bytes))['word/document.xml'] ?? '';
  expect(document).toContain(`descr="${link}"`);
  const words = paragraphsIn(document).map(({ text }) => text);
  expect(words).toEqual(expect.arrayContaining(['Question: Who sleeps?', '\u2610  I do']));
  expect(document.match(/w:leader="underscore"/g)).toHaveLength(2);
});
