import { assert, constantFrom, property, string } from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { readDocument } from '../../../main/documents/index.ts';
import { editionSheet, markdownOf } from '../../../main/documents/export/index.ts';
import type { Sheet } from '../../../main/documents/export/sheet.ts';
import { wordsIn } from '../../../main/documents/export/words.ts';
import { newer } from '../../fixtures/documents.ts';
import { hostileDocument, shownEdition } from './editions.ts';

const markdownFor = (document = newer): string =>
  [...markdownOf(editionSheet(shownEdition(document)))].join('');

test('an edition has its title, sections, labels, footnote, table and annex', () => {
  const text = markdownFor();
  expect(text).toMatch(/^# Lighthouses of the ITU Telecommunication Standardization Sector\n\n/);
  expect(text).toContain(
    '\n## considering\n\na that IMT\u20112020 lamps[^1] shine (see Resolution',
  );
  expect(text).toContain('\n[^1]: These include small islands.\n');
  expect(text).toContain('\n| Height |  |\n| --- | --- |\n');
  expect(text).toContain('\n## Annex 1\n\nA list of harbours.\n');
});

const sheetOf = (text: string): Sheet => ({
  language: 'en',
  direction: 'ltr',
  title: 'Sheet',
  lines: [],
  contents: [],
  colophon: null,
  words: wordsIn('en'),
  blocks: [
    { kind: 'paragraph', runs: [{ text }] },
    { kind: 'paragraph', runs: [{ text: 'a' }, { text, style: 'added' }, { text: 'b' }] },
  ],
});

/** The words that a reader of Markdown makes of it. */
function wordsOf(markdown: string): string[] {
  const html = marked.parse(markdown, { async: false });
  return [...html.matchAll(/<p>([^]*?)<\/p>/g)].map(([, inner = '']) =>
    inner
      .replace(/<\/?(?:ins|del)>/g, '')
      .replace(
        /&(lt|gt|amp|quot|#39);/g,
        (_all, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" })[name] ?? '',
      ),
  );
}

test('whatever the words are, a reader of Markdown reads these very words', () => {
  const letters = string({
    unit: constantFrom(...'ab 1.)(-+*_`~#>|[]!<&;:/\\"\'=^$é网ل{}@'),
    minLength: 1,
  });
  assert(
    property(letters, (raw) => {
      const text = `x${raw}`.replace(/\s+/g, ' ').trim();
      const start = raw.replace(/\s+/g, ' ').trim();
      expect(wordsOf([...markdownOf(sheetOf(text))].join(''))).toEqual([text, `a${text}b`]);
      // The very beginning of a paragraph is where lists, quotations and headings would begin.
      const [first = ''] = wordsOf([...markdownOf(sheetOf(start))].join(''));
      expect(start === '' ? '' : first).toBe(start);
    }),
    { numRuns: 300 },
  );
});

test('an exported resolution, read again, is the same resolution', async () => {
  const bytes = new TextEncoder().encode(markdownFor());
  const read = await readDocument({ name: 'lighthouses.md', bytes });
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value.sections.map(({ address }) => address)).toEqual(
    newer.sections.map(({ address }) => address),
  );
});

test('hostile words come out as words', () => {
  const text = markdownFor(hostileDocument);
  expect(text).not.toMatch(/<\/?script/);
  expect(text).toContain('&lt;/script\\>&lt;script\\>alert(1)&lt;/script\\>');
});
