import { describe, expect, it } from 'vitest';
import { foldWord } from '../../../main/library/analysis/index.ts';
import {
  isNaturalLanguage,
  isStopWord,
  readQuery,
  stopWords,
} from '../../../main/library/query/index.ts';

const isNatural = (typed: string): boolean => isNaturalLanguage(readQuery(typed).query);

describe('natural language', () => {
  it.each([
    'Which study group is responsible for security of IMT?',
    'what must the Director of TSB do',
    'who is asked to study vehicular communication',
    'spectrum needs of developing countries before the next conference',
    '¿Quién se ocupa del espectro?',
    'Quelle commission étudie la sécurité ?',
    'Кто отвечает за безопасность сетей',
    'ما هي لجنة الدراسات المسؤولة',
    '哪个研究组负责安全',
    'roaming between countries?',
  ])('is %s', (typed) => {
    expect(isNatural(typed)).toBe(true);
  });

  it.each([
    'network slicing',
    'WHO',
    'WHO report',
    'liaison between study groups and ITU-R',
    'roadmap?',
    'wtsa/resolution/92@2024#instructs-itu-t-sg-13.3',
    'what "network slicing" is for, and who studies it where',
    'who studies security -radio',
    'who studies security OR trust',
    'who studies security year:2016',
    'who studies secur*',
    '网络切片',
    '',
  ])('is not: %s', (typed) => {
    expect(isNatural(typed)).toBe(false);
  });
});

describe('function words', () => {
  it('are listed as the analysis folds them, and as it parts them', () => {
    for (const words of Object.values(stopWords))
      for (const word of words) {
        expect(foldWord(word)).toBe(word);
        expect(word).toMatch(/^[\p{L}\p{M}]+$/u);
      }
  });

  it('are told by language where it is known', () => {
    expect(isStopWord('los')).toBe(true);
    expect(isStopWord('los', 'en')).toBe(false);
    expect(isStopWord('network')).toBe(false);
  });
});
