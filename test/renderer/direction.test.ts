import { expect, test } from 'vitest';
import { inLanguage } from '../../renderer/parts/direction.ts';

test('words are set in the direction of their language', () => {
  expect(inLanguage('ar')).toEqual({ lang: 'ar', dir: 'rtl' });
  expect(inLanguage('fa-IR')).toEqual({ lang: 'fa-IR', dir: 'rtl' });
  expect(inLanguage('zh')).toEqual({ lang: 'zh', dir: 'ltr' });
});

test('words of a language that is not known find their own direction', () => {
  expect(inLanguage('und')).toEqual({ dir: 'auto' });
  expect(inLanguage('')).toEqual({ dir: 'auto' });
});
