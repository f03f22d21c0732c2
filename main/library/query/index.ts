export { completeField, type FieldCompletion, type FieldValue } from './complete-field.ts';
export { informativeWords, isNaturalLanguage } from './natural-language.ts';
export {
  nearestWords,
  seekNearestWords,
  type NearestWordSearch,
  type NearWord,
  type VocabularyWord,
} from './nearest-words.ts';
export {
  createNames,
  findNames,
  type NameDictionary,
  type NamedRun,
  type NameGroup,
} from './other-names.ts';
export { printQuery } from './print-query.ts';
export * from './query.ts';
export { readQuery, type QueryLimits } from './read-query.ts';
export { isStopWord, stopWords, type StopLanguage } from './stop-words.ts';
