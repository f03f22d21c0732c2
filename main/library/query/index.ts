export { completeField, type FieldValue } from './complete-field.ts';
export { informativeWords, isNaturalLanguage } from './natural-language.ts';
export {
  nearestWords,
  seekNearestWords,
  type NearWord,
  type VocabularyWord,
} from './nearest-words.ts';
export { createNames, findNames, type NameDictionary, type NameGroup } from './other-names.ts';
export { printQuery } from './print-query.ts';
export * from './query.ts';
export { readQuery } from './read-query.ts';
export { isStopWord, stopWords } from './stop-words.ts';
