import { Index } from 'flexsearch';
import { normalize } from './normalize.ts';

/** As the full-text index folds: no case, no diacritics, every hyphen and dot parts words. */
const encoder = {
  normalize,
  split: /[^\p{L}\p{N}]+/u,
  numeric: false,
  dedupe: true,
  cache: false,
};

/**
 * The index that suggestions are looked up in: finds entries that hold, for each word typed, one that begins with
 * it. Made alike for writing and for reading, since an exported index carries its entries and not its settings.
 */
export const createSuggestionIndex = (): Index =>
  new Index({ tokenize: 'forward', resolution: 9, encoder, cache: false });
