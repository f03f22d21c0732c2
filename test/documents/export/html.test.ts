import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { editionSheet, htmlOf } from '../../../main/documents/export/index.ts';
import { newer } from '../../fixtures/documents.ts';
import { hostileDocument, longDocument, shownEdition } from './editions.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];

const htmlFor = (document = newer): string =>
  [...htmlOf(editionSheet(shownEdition(document)))].join('');

/** Every element in document order, with its name, attributes and words. */
function elementsOf(html: string) {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const textOf = (node: Node): string =>
    node.type === 'text' ? node.data : 'children' in node ? node.children.map(textOf).join('') : '';
  const walk = (node: Node): void => {
    if ('attribs' in node)
      found.push({ name: node.name, attributes: node.attribs, text: textOf(node) });
    if ('children' in node) node.children.forEach(walk);
  };
  parseDocument(html).children.forEach(walk);
  return found;
}

describe('an edition as a page', () => {
  const elements = elementsOf(htmlFor());
  const named = (name: string) => elements.filter((each) => each.name === name);

  test('says its language and direction, its title, and where it is', () => {
    expect(named('html')[0]?.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(named('title')[0]?.text).toBe(newer.identity.title);
    expect(named('h1').map(({ text }) => text)).toEqual([newer.identity.title]);
    expect(named('header')[0]?.text).toContain('World Telecommunication Standardization Assembly');
    expect(named('main')).toHaveLength(1);
  });

  test('holds no script, loads nothing, and forbids itself to', () => {
    expect(named('script')).toEqual([]);
    expect(elements.filter(({ attributes }) => attributes['src'] !== undefined)).toEqual([]);
    expect(named('link')).toEqual([]);
    const hrefs = named('a').map(({ attributes }) => attributes['href'] ?? '');
    expect(hrefs.filter((href) => !/^(?:#|recital:)/.test(href))).toEqual([]);
    const policy = named('meta').find(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    );
    expect(policy?.attributes['content']).toContain("default-src 'none'");
  });

  test('has a place to go to for each section and provision, by its address', () => {
    const ids = elements.map(({ attributes }) => attributes['id']).filter(Boolean);
    expect(ids).toEqual(
      expect.arrayContaining([
        'considering',
        'considering.a',
        'considering.b',
        'instructs-itu-t-sg-13.1',
        'instructs-itu-t-sg-13.1.ii',
        'annex-1.p1',
      ]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('prints each label beside its words, and what stands under it further in', () => {
    const place = elements.find(
      ({ attributes }) => attributes['id'] === 'instructs-itu-t-sg-13.1.i',
    );
    expect(place?.text).toBe('i network slicing for lighthouses;');
    expect(place?.attributes['class']).toContain('in1');
  });

  test('leads from a mark to its footnote and back', () => {
    const mark = named('a').find(({ attributes }) => attributes['id'] === 'recital.note-1-from');
    expect(mark?.attributes['href']).toBe('#recital.note-1');
    const note = named('li').find(({ attributes }) => attributes['id'] === 'recital.note-1');
    expect(note?.text).toMatch(/^These include small islands\./);
  });

  test('leads from a mention of a place to that place', () => {
    expect(named('a').map(({ attributes, text }) => [attributes['href'], text])).toContainEqual([
      '#considering.a',
      'standardization',
    ]);
  });

  test('has the table with its heading over two columns, the figure’s caption and the annex', () => {
    expect(named('caption').map(({ text }) => text)).toEqual(['Towers']);
    expect(named('th')).toMatchObject([{ text: 'Height', attributes: { colspan: '2' } }]);
    const words = named('main')[0]?.text ?? '';
    expect(words).toContain('Seen from the sea');
    expect(words).toContain('A list of harbours.');
  });

  test('says where the text comes from', () => {
    const words = named('footer')[0]?.text ?? '';
    expect(words).toContain('Written for a test.');
    expect(words).toContain('a'.repeat(64));
    expect(words).toContain('wtsa/resolution/7@2024');
  });

  test('has headings one level after the other', () => {
    const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries())
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});

test('an Arabic edition is set from the right, with its own words for what the page says', () => {
  const html = htmlFor({ ...newer, language: 'ar', direction: 'rtl' });
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('المحتويات');
  expect(html).not.toMatch(
    /margin-(?:left|right)|padding-(?:left|right)|text-align:(?:left|right)/,
  );
});

test('hostile words come out as words', () => {
  const html = htmlFor(hostileDocument);
  expect(elementsOf(html).filter(({ name }) => name === 'script')).toEqual([]);
  expect(html).toContain('&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &lt;!--');
  for (const odd of ['\u0000', '\u0007', '\u001b', '\u202e', '\ud800'])
    expect(html).not.toContain(odd);
});

test('five thousand provisions are all there, and are made a piece at a time', () => {
  const pieces = [...htmlOf(editionSheet(shownEdition(longDocument)))];
  expect(pieces.length).toBeGreaterThan(5000);
  expect(Math.max(...pieces.slice(1).map(({ length }) => length))).toBeLessThan(2000);
  expect(pieces.join('').match(/to keep light \d+ burning/g)).toHaveLength(5000);
});
