import { en, type Catalogue } from './en.ts';

/** The languages of the interface, which are the official ones of the Union, by their BCP 47 tags. */
export const languages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;
export type Language = (typeof languages)[number];

/** A language as its own readers call it, and what is known of its catalogue. */
export interface LanguageFacts {
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** By whose rules dates, numbers and plurals are written. */
  readonly locale: string;
  /** Whether a native reader has read the whole catalogue. English was written first and by its readers. */
  readonly isProofread: boolean;
  load(): Promise<Catalogue>;
}

// The Arabic of the Union writes the digits 0 to 9, as its documents do.
export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  en: {
    name: 'English',
    direction: 'ltr',
    locale: 'en-GB',
    isProofread: true,
    load: () => Promise.resolve(en),
  },
  fr: {
    name: 'Français',
    direction: 'ltr',
    locale: 'fr',
    isProofread: false,
    load: async () => (await import('./fr.ts')).fr,
  },
  es: {
    name: 'Español',
    direction: 'ltr',
    locale: 'es',
    isProofread: false,
    load: async () => (await import('./es.ts')).es,
  },
  ru: {
    name: 'Русский',
    direction: 'ltr',
    locale: 'ru',
    isProofread: false,
    load: async () => (await import('./ru.ts')).ru,
  },
  zh: {
    name: '中文',
    direction: 'ltr',
    locale: 'zh-Hans',
    isProofread: false,
    load: async () => (await import('./zh.ts')).zh,
  },
  ar: {
    name: 'العربية',
    direction: 'rtl',
    locale: 'ar-u-nu-latn',
    isProofread: false,
    load: async () => (await import('./ar.ts')).ar,
  },
};

/** The first of the languages that a person reads in which the interface speaks; English where there is none. */
export function bestLanguage(read: readonly string[]): Language {
  for (const tag of read) {
    const primary = tag.toLowerCase().split('-')[0];
    const found = languages.find((language) => language === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}
