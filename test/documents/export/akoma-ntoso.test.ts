import { describe, expect, test } from 'vitest';
import type { StructuredDocument } from '../../../main/contract/document.ts';
import { akomaNtosoOf } from '../../../main/documents/export/index.ts';
import { newer, provision, section } from '../../fixtures/documents.ts';
import { check } from './akoma-ntoso-rules.ts';
import { hostileDocument, longDocument, shownEdition } from './editions.ts';

const xmlFor = (document: StructuredDocument = newer): string =>
  [...akomaNtosoOf(shownEdition(document))].join('');

describe('an edition in Akoma Ntoso', () => {
  const { elements, breaches } = check(xmlFor());
  const named = (name: string) => elements.filter((each) => each.name === name);
  const at = (eId: string) => elements.find(({ attributes }) => attributes['eId'] === eId);

  test('is well-formed and as the schema wants it', () => {
    expect(breaches).toEqual([]);
  });

  test('is identified as work, expression and manifestation', () => {
    const uris = named('FRBRuri').map(({ attributes }) => attributes['value']);
    expect(uris.slice(0, 3)).toEqual([
      'recital:wtsa/resolution/7',
      'recital:wtsa/resolution/7@2024',
      'recital:wtsa/resolution/7@2024.akn',
    ]);
    expect(named('FRBRdate')[1]?.attributes['date']).toBe('2024-10-24');
    expect(named('FRBRnumber')[0]?.attributes['value']).toBe('7');
    expect(named('FRBRlanguage')[0]?.attributes['language']).toBe('eng');
    const body = named('TLCOrganization')[0]?.attributes['showAs'];
    expect(body).toBe('World Telecommunication Standardization Assembly');
  });

  test('has recitals in its preamble and what it decides in its body, at their addresses', () => {
    expect(at('considering.a')?.path).toBe('/akomaNtoso/statement/preamble/recitals/recital');
    expect(at('instructs-itu-t-sg-13.1.ii')?.path).toBe(
      '/akomaNtoso/statement/mainBody/section/paragraph/subparagraph',
    );
    expect(at('annex-1.p1')?.path).toBe(
      '/akomaNtoso/statement/attachments/attachment/doc/mainBody/paragraph',
    );
    expect(named('formula')[0]?.text).toBe('The Assembly (New Delhi, 2024),');
  });

  test('refers to the works that it cites and to places of its own', () => {
    expect(named('ref').map(({ attributes, text }) => [attributes['href'], text])).toEqual([
      ['recital:wtsa/resolution/1', 'WTSA Resolution 1'],
      // As far as the small document says that the citation goes.
      ['recital:ra/resolution/56@2023', 'Resolution ITU\u2011R 56 (202'],
      ['#considering.a', 'standardization'],
    ]);
  });

  test('has the footnote where its mark stands, the table and the figure’s caption', () => {
    expect(at('considering.a')?.text).toContain(
      'that IMT\u20112020 lampsThese include small islands. shine',
    );
    expect(named('authorialNote')[0]?.attributes['marker']).toBe('1');
    expect(named('th')[0]).toMatchObject({ text: 'Height', attributes: { colspan: '2' } });
    expect(at('instructs-itu-t-sg-13.1.ii')?.text).toContain('Seen from the sea');
  });

  test('loses no word of any provision', () => {
    const words = elements[0]?.text ?? '';
    for (const text of ['that the network of lamps grows', 'network slicing for lighthouses;'])
      expect(words).toContain(text);
  });
});

test('recitals may have parts of their own', () => {
  const parts = provision('considering', 'a', 'that:', {
    provisions: [
      provision('considering', 'a.i', 'it is dark;'),
      provision('considering', 'a.ii', 'ships come,'),
    ],
  });
  const document = {
    ...newer,
    sections: [
      section('considering', 'considering', [parts]),
      section('resolves', 'resolves', [provision('resolves', 'p1', 'to light lamps.')]),
    ],
  };
  const { elements, breaches } = check(xmlFor(document));
  expect(breaches).toEqual([]);
  expect(elements.find(({ attributes }) => attributes['eId'] === 'considering.a.ii')?.path).toBe(
    '/akomaNtoso/statement/preamble/recitals/recital/blockList/item',
  );
});

test.each([
  ['recitals alone', { sections: newer.sections.slice(0, 1) }],
  ['no section at all', { sections: [], annexes: [], formula: '', preface: [], history: [] }],
  [
    'a section without provisions',
    { sections: [section('noting', 'noting', []), ...newer.sections] },
  ],
  ['clauses', { form: 'clauses' as const }],
  ['plain text', { form: 'plain' as const, formula: '' }],
  ['an annex without words', { annexes: [{ address: 'annex-1', heading: '', provisions: [] }] }],
])('a document of %s is as the schema wants it too', (_what, change) => {
  expect(check(xmlFor({ ...newer, ...change })).breaches).toEqual([]);
});

test('hostile words come out as words', () => {
  const { elements, breaches } = check(xmlFor(hostileDocument));
  expect(breaches).toEqual([]);
  expect(elements.filter(({ name }) => name === 'script')).toEqual([]);
  expect(elements[0]?.text).toContain('</script><script>alert(1)</script> ]]> <!-- & "quoted"');
});

test('five thousand provisions are made a piece at a time', () => {
  const pieces = [...akomaNtosoOf(shownEdition(longDocument))];
  expect(pieces.length).toBeGreaterThan(5000);
  expect(check(pieces.join('')).breaches).toEqual([]);
});
