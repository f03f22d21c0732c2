import type { IStylesOptions } from 'docx';
import type { Sheet, Tongue } from './sheet.ts';

/** Language tags as Word names them; it knows regions, not languages alone. */
const wordLanguages: Readonly<Record<string, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  ru: 'ru-RU',
  zh: 'zh-CN',
  ar: 'ar-SA',
};

/** A language as Word has it in a style or a run. */
export function languageOf({ language, direction }: Tongue) {
  const name = wordLanguages[language.toLowerCase()] ?? (language === 'und' ? 'en-GB' : language);
  if (direction === 'rtl') return { bidirectional: name };
  return language.startsWith('zh') ? { eastAsia: name, value: 'en-GB' } : { value: name };
}

/** A twentieth of a point, in which Word measures. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** Of a page of A4, in millimetres. */
export const margin = 20;
export const textWidth = 170;
/** How far in a quotation stands. */
export const quoteInset = 8;

const serif = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'SimSun' };
const sans = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' };

/** Word's own styles, by the names that it knows, and a few beside them. */
export const styles = (sheet: Sheet): IStylesOptions => ({
  default: {
    document: { run: { font: sans, size: 22, sizeComplexScript: 22, language: languageOf(sheet) } },
    title: {
      run: { font: sans, size: 36, sizeComplexScript: 36, bold: true, boldComplexScript: true },
    },
    heading1: {
      run: { font: sans, size: 28, sizeComplexScript: 28, bold: true, boldComplexScript: true },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: sans, size: 24, sizeComplexScript: 24, bold: true, boldComplexScript: true },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    footnoteText: { run: { size: 18, sizeComplexScript: 18 } },
    hyperlink: { run: { color: '0B4F9C', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Provision',
      name: 'Provision',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: serif },
      paragraph: { spacing: { after: 120 } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: serif },
      paragraph: { spacing: { after: 100 }, indent: { start: twips(quoteInset) } },
    },
    {
      id: 'QuoteSource',
      name: 'Quote Source',
      basedOn: 'Normal',
      run: { size: 19, sizeComplexScript: 19, color: '4B5159' },
      paragraph: { spacing: { after: 160 }, indent: { start: twips(quoteInset) } },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      quickFormat: true,
      run: { color: '4B5159' },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'Small',
      name: 'Small',
      basedOn: 'Normal',
      run: { size: 19, sizeComplexScript: 19, color: '4B5159' },
      paragraph: { spacing: { after: 100 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19, sizeComplexScript: 19, italics: true },
      paragraph: { spacing: { before: 80, after: 80 } },
    },
    {
      id: 'Question',
      name: 'Question',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true, boldComplexScript: true },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  ],
});
