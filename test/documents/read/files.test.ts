import { describe, expect, it } from 'vitest';
import { documentOf } from '../reading.ts';
import { detectLanguage } from '../../../main/documents/read/language.ts';
import { fileOf, linesOf, sourceOf } from './reading.ts';

/** What `sources/resolution.fodt` says, as it prints. */
const printed = [
  'RESOLUTION 901 (New Delhi, 2024)',
  '# Sharing harbour sensors',
  'The World Telecommunication Standardization Assembly (New Delhi, 2024),',
  'considering',
  '> a)~that harbours{1: Inland ports are harbours, too.} share their sensors;',
  '> b)~that sharing needs',
  '>> i)~a common format;',
  '>> ii)~a common clock,',
  'resolves',
  '> 1~to publish one format;',
  '> 2~to keep two clocks:',
  '>> 2.1~one on land;',
  '>> 2.2~one at sea,',
  'instructs the Director of the Telecommunication Standardization Bureau',
  '> 1~to report each year,~in writing.',
  '# Annex 1',
  '> \u2022~a loose point',
  'table: Table 1: Clocks of a harbour\n!Place | !Clock [2x1]\nQuay [1x2] | main | 1 s\nspare | 2 s',
  'End of the annex.',
];

describe('one document in files that LibreOffice wrote', () => {
  for (const name of ['resolution.docx', 'resolution.odt', 'sources/resolution.fodt']) {
    it(`${name} is read as it prints`, async () => {
      expect(await linesOf(name, fileOf(name))).toEqual(printed);
    });
  }
  it('resolution.html: a page prints its lists with points, and has no word for captions', async () => {
    expect(await linesOf('resolution.html', fileOf('resolution.html'))).toEqual([
      ...printed.slice(0, 4),
      '> a.~that harbours{1: Inland ports are harbours, too.} share their sensors;',
      '> b.~that sharing needs',
      '>> i.~a common format;',
      '>> ii.~a common clock,',
      'resolves',
      '> 1.~to publish one format;',
      '> 2.~to keep two clocks:',
      '>> 1.~one on land;',
      '>> 2.~one at sea,',
      'instructs the Director of the Telecommunication Standardization Bureau',
      '> 1.~to report each year, in writing.',
      '# Annex 1',
      '> \u2022~a loose point',
      'Table 1: Clocks of a harbour',
      'table: \n!Place | !Clock [2x1]\nQuay [1x2] | main | 1 s\nspare | 2 s',
      'End of the annex.',
    ]);
  });
  it('resolution.epub: every word and note of it; LibreOffice writes no lists and no table heads into books', async () => {
    const lines = await linesOf('resolution.epub', fileOf('resolution.epub'));
    expect(lines.slice(3, 8)).toEqual([
      'considering',
      'that harbours{1: Inland ports are harbours, too.} share their sensors;',
      'that sharing needs',
      'a common format;',
      'a common clock,',
    ]);
    expect(lines.at(-2)).toBe('table: \nQuay [1x2] | main | 1 s\nspare | 2 s');
    expect(lines).toHaveLength(20);
  });
  it('the title and language that the file names come along', async () => {
    for (const name of ['resolution.docx', 'resolution.odt', 'resolution.epub']) {
      expect(await sourceOf(name, fileOf(name))).toMatchObject({
        title: 'Sharing harbour sensors',
        language: 'en-GB',
      });
    }
  });
  it('becomes a resolution with its sections and annex', async () => {
    const document = await documentOf(fileOf('resolution.docx'), undefined, 'resolution.docx');
    expect(document).toMatchObject({ form: 'resolution', language: 'en', direction: 'ltr' });
    expect(document.identity).toMatchObject({ work: 'wtsa/resolution/901', edition: '2024' });
    expect(document.sections.map(({ address }) => address)).toEqual([
      'considering',
      'resolves',
      'instructs-director-tsb',
    ]);
    expect(document.annexes.map(({ address }) => address)).toEqual(['annex-1']);
  });
});

describe('the six languages, in files whose own language says English', () => {
  const languages = [
    ['arabic', 'ar', 'rtl', 'أجهزة الاستشعار في الموانئ'],
    ['chinese', 'zh', 'ltr', '港口的传感器'],
    ['french', 'fr', 'ltr', 'Des capteurs pour les ports'],
    ['russian', 'ru', 'ltr', 'Датчики для портов'],
    ['spanish', 'es', 'ltr', 'Sensores para los puertos'],
  ] as const;
  for (const [name, language, direction, heading] of languages) {
    it(`${name}`, async () => {
      const source = await sourceOf(`${name}.docx`, fileOf(`${name}.docx`));
      expect(source.title).toBe(heading);
      expect(source.blocks[0]).toMatchObject({ text: heading, level: 1 });
      expect(source.blocks[2]?.text).toMatch(/^1\.\t/);
      expect(detectLanguage(source.blocks, source.language)).toEqual({ language, direction });
    });
  }
});
