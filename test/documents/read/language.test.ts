import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../main/documents/read/language.ts';

const of = (text: string, named?: string) =>
  detectLanguage([{ text, footnotes: [], line: 1 }], named);

describe('the language of a short text', () => {
  const texts = [
    ['en', 'to report to the next assembly on progress'],
    ['en', 'Harbour sensors and the sharing of clocks'],
    ['fr', "d'élaborer un rapport pour la prochaine assemblée"],
    ['fr', 'Partage des capteurs dans les ports'],
    ['es', 'que elabore un informe para la próxima asamblea'],
    ['es', 'Uso compartido de los sensores en los puertos'],
    ['ru', 'представить отчет следующей ассамблее'],
    ['ru', 'МСЭ-R M.2083: порты'],
    ['zh', '向下届全会报告'],
    ['zh', 'ITU-T Y.3100 建议书规定的术语'],
    ['ar', 'أن يقدم تقريراً إلى الجمعية القادمة'],
    ['ar', 'التوصية ITU-T Y.3100'],
    ['und', '2.1'],
    ['und', ''],
  ] as const;
  for (const [language, text] of texts) {
    it(`${language}: ${text}`, () => {
      expect(of(text)).toEqual({ language, direction: language === 'ar' ? 'rtl' : 'ltr' });
    });
  }
});

describe('the language that a file names', () => {
  it('decides where the text cannot', () => {
    expect(of('Y.3100', 'fr-CH').language).toBe('fr');
    expect(of('Port sensors', 'es').language).toBe('es');
  });
  it('loses against a script and against a clear text', () => {
    expect(of('представить отчет', 'en').language).toBe('ru');
    expect(
      of('que los puertos y las naves de la región compartan los relojes con el centro', 'en-US')
        .language,
    ).toBe('es');
  });
  it('counts only if it is one of the six', () => {
    expect(of('the ports and the clocks of the region are shared', 'de').language).toBe('en');
  });
});
