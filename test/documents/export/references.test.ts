import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkId } from '../../../main/contract/ids.ts';
import { y3101 } from '../../fixtures/records.ts';
import {
  bibtexOf,
  cslOf,
  referenceOfEdition,
  referenceOfRecord,
  risOf,
} from '../../../main/documents/export/index.ts';
import { hostile, shownEdition } from './editions.ts';

const { summary } = shownEdition();
const edition = referenceOfEdition(summary);
const record = referenceOfRecord(y3101);
const body = 'World Telecommunication Standardization Assembly';
const title = 'Lighthouses of the ITU Telecommunication Standardization Sector';

/** Reads one entry of BibTeX: braces are counted, also those after a backslash, as BibTeX counts them. */
function readBibtex(text: string): { type: string; key: string; fields: Record<string, string> } {
  const [all, type = '', key = ''] = /^@(\w+)\{([^,\s{}"#%\\~]+),\n/.exec(text) ?? [];
  if (all === undefined) throw new Error('no entry');
  const fields: Record<string, string> = {};
  let at = all.length;
  while (text[at] !== '}') {
    const [start, name = ''] = /^\s*(\w+) = /.exec(text.slice(at)) ?? [];
    if (start === undefined) throw new Error(`no field at ${at}`);
    at += start.length;
    const begin = at;
    if (text[at] === '{') {
      let depth = 0;
      do {
        if (text[at] === '{') depth += 1;
        if (text[at] === '}') depth -= 1;
        at += 1;
        if (at > text.length) throw new Error(`${name} is not closed`);
      } while (depth > 0);
      fields[name] = text.slice(begin + 1, at - 1);
    } else {
      at += /^\w+/.exec(text.slice(at))?.[0].length ?? 0;
      fields[name] = text.slice(begin, at);
    }
    const [rest = ''] = /^,?\n/.exec(text.slice(at)) ?? [];
    if (rest === '') throw new Error(`nothing may follow ${name}`);
    at += rest.length;
  }
  return { type, key, fields };
}

/** What LaTeX prints. */
const printed = (latex: string): string =>
  latex
    .replace(/^\{([^]*)\}$/, '$1')
    .replace(
      /\\(textbackslash|textasciitilde|textasciicircum|textbraceleft|textbraceright)\{\}|\\([{}#$%&_])/g,
      (_all, name: string | undefined, sign: string) =>
        name === undefined
          ? sign
          : ({
              textbackslash: '\\',
              textasciitilde: '~',
              textasciicircum: '^',
              textbraceleft: '{',
              textbraceright: '}',
            }[name] ?? ''),
    );

/** Reads RIS: two letters or digits, two spaces, a dash, a space, a value; one tag a line. */
function readRis(text: string): [tag: string, value: string][] {
  const lines = text.split('\r\n');
  if (lines.pop() !== '') throw new Error('the last line does not end');
  return lines.map((line) => {
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/u.exec(line) ?? [];
    if (tag === undefined || value === undefined) throw new Error(`no line: ${line}`);
    return [tag, value];
  });
}

describe('a reference in BibTeX', () => {
  test('says who, what, when and where', () => {
    const { type, key, fields } = readBibtex(bibtexOf(edition));
    expect({ type, key }).toEqual({ type: 'techreport', key: 'wtsa-resolution-7-2024' });
    expect(fields).toMatchObject({
      author: `{${body}}`,
      title: `{${title}}`,
      type: 'Resolution',
      number: '7',
      institution: `{${body}}`,
      address: 'New Delhi',
      year: '2024',
      month: 'oct',
      date: '2024-10-24',
      eventtitle: 'WTSA-24',
      language: 'en',
    });
    expect(fields['note']).toContain('Resolution 7 (New Delhi, 2024)');
    expect(fields['note']).toContain('recital:wtsa/resolution/7@2024');
  });

  test('of a work without its text says where it can be had, and leaves out what nobody knows', () => {
    const { key, fields } = readBibtex(bibtexOf(record));
    expect(key).toBe('itu-t-recommendation-y.3101-2018');
    expect(fields).toMatchObject({
      author: '{Telecommunication Standardization Sector of ITU}',
      title: '{Requirements of gas mantles}',
      number: 'Y.3101',
      year: '2018',
      month: 'jan',
      howpublished: 'Nowhere any more.',
    });
    expect(fields).not.toHaveProperty('address');
    expect(fields).not.toHaveProperty('eventtitle');
  });

  test('whatever a title holds, a reader of BibTeX reads this very title', () => {
    const signs = string({ unit: constantFrom(...'ab {}\\"%&$#_~^@,=é网ل\n') });
    assert(
      property(signs, (text) => {
        const reference = { ...edition, title: text.replaceAll('\n', ' ') };
        const { fields } = readBibtex(bibtexOf(reference));
        expect(printed(fields['title'] ?? '')).toBe(reference.title);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a reference in RIS', () => {
  test('says who, what, when and where, and ends', () => {
    const lines = readRis(risOf(edition));
    expect(lines[0]).toEqual(['TY', 'STAND']);
    expect(lines.at(-1)).toEqual(['ER', '']);
    expect(Object.fromEntries(lines)).toMatchObject({
      AU: body,
      TI: title,
      M1: '7',
      PB: body,
      CY: 'New Delhi',
      PY: '2024',
      DA: '2024/10/24/',
      UR: 'recital:wtsa/resolution/7@2024',
    });
  });

  test('gives of a date what is known', () => {
    expect(Object.fromEntries(readRis(risOf(record)))).toMatchObject({
      PY: '2018',
      DA: '2018/01//',
    });
  });

  test('hostile words end no line and begin none', () => {
    const lines = readRis(
      risOf(referenceOfEdition({ ...summary, title: `${hostile}\r\nER  - \nTY  - JOUR` })),
    );
    expect(lines.filter(([tag]) => tag === 'TY' || tag === 'ER')).toHaveLength(2);
  });
});

describe('a reference in CSL-JSON', () => {
  test('is a list of one item as the schema of CSL has it', () => {
    expect(JSON.parse(cslOf(edition))).toEqual([
      {
        id: 'wtsa-resolution-7-2024',
        type: 'standard',
        author: [{ literal: body }],
        title,
        genre: 'Resolution',
        number: '7',
        publisher: body,
        'publisher-place': 'New Delhi',
        issued: { 'date-parts': [[2024, 10, 24]] },
        'event-title': 'WTSA-24',
        language: 'en',
        note: 'Resolution 7 (New Delhi, 2024). recital:wtsa/resolution/7@2024',
      },
    ]);
  });

  test('of a report is one', () => {
    const report = { ...y3101, address: 'itu-r/report/m.2078' as WorkId };
    expect(JSON.parse(cslOf(referenceOfRecord(report)))).toMatchObject([{ type: 'report' }]);
  });
});

test('a document of one’s own whose body nobody knows has no author', () => {
  const own = referenceOfEdition({ ...summary, body: 'own' });
  expect(bibtexOf(own)).not.toContain('author');
  expect(risOf(own)).not.toContain('AU  -');
  expect(JSON.parse(cslOf(own))[0]).not.toHaveProperty('author');
});
