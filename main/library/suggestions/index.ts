export { createSuggest } from './compiled-suggest.ts';
export { createFieldValues, mergeFieldValues, type ReadFieldValues } from './field-values.ts';
export { createOwnSuggest } from './own-suggest.ts';
export { prepareOwnSuggestions } from './own-suggestions.ts';
export type { RankedSuggestion, Suggest } from './suggest.ts';
export { writeSuggestions } from './write-suggestions.ts';
