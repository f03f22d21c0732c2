import { en } from './en.ts';
import { languageFacts, type Language } from './languages.ts';
import { createWords, type Words } from './words.ts';

export { bestLanguage, languageFacts, languages, type Language } from './languages.ts';

/**
 * The texts of the language in use. It changes with the language, so it is read where something is drawn and never kept.
 */
export let words: Words = createWords(en, 'en');

/** Goes over to another language. Rejects where its catalogue cannot be loaded; then the former stays. */
export async function speak(language: Language): Promise<void> {
  if (language === words.language) return;
  words = createWords(await languageFacts[language].load(), language);
}
