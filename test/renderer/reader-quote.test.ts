import { expect, test } from 'vitest';
import type { Provision } from '../../main/contract/document.ts';
import { citedName, quotedText } from '../../renderer/state/reader-quote.ts';
import { words } from '../../renderer/words/index.ts';

const provision = (
  label: string,
  text: string,
  provisions: readonly Provision[] = [],
): Provision => ({
  address: '',
  path: '',
  label,
  text,
  footnotes: [],
  citations: [],
  provisions,
});

test('a provision is quoted with those under it, a line each with its label', () => {
  const inner = provision('ii)', 'ITU-T study groups: in the area of standardization ');
  expect(quotedText(provision('2', 'to include support for ITU work: ', [inner]))).toBe(
    'to include support for ITU work:\nii) ITU-T study groups: in the area of standardization',
  );
});

test('a resolution of an assembly is cited with the assembly, one whose name says so without', () => {
  const name = 'Resolution 92 (Rev. New Delhi, 2024)';
  expect(citedName({ body: 'wtsa', name }, 'WTSA')).toBe(`WTSA ${name}`);
  expect(citedName({ body: 'ra', name: 'Resolution ITU-R 56 (2023)' }, 'RA')).toBe(
    'Resolution ITU-R 56 (2023)',
  );
  expect(citedName({ body: 'own', name: 'Sensors' }, 'Your own documents')).toBe('Sensors');
});

test('the reference says the work, the section and the label', () => {
  const work = 'WTSA Resolution 92 (Rev. New Delhi, 2024)';
  const place = 'instructs ITU-T Study Group 13, 3';
  expect(words.reader.quotation({ text: 'to continue {it}', work, place })).toBe(
    '“to continue {it}” (WTSA Resolution 92 (Rev. New Delhi, 2024), instructs ITU-T Study Group 13, 3)',
  );
  expect(words.reader.quotation({ text: 'a', work: 'Sensors', place: '' })).toBe('“a” (Sensors)');
});
