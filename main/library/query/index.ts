export { completeField, type FieldValue } from './complete-field.ts';
export { isNaturalLanguage } from './natural-language.ts';
export {
  nearestWords,
  seekNearestWords,
  type NearWord,
  type VocabularyWord,
} from './nearest-words.ts';
export { beginningsOfNames, findNames, keyOfWords, readNames, type Name } from './other-names.ts';
export { readSpellings, type Spellings } from './spellings.ts';
export { printQuery } from './print-query.ts';
export * from './query.ts';
export { readQuery } from './read-query.ts';
export { readSentence } from './read-sentence.ts';
export { isStopWord, stopWords } from './stop-words.ts';
export { tellingWords } from './telling-words.ts';
