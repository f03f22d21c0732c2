import type { Api } from '../contract/api.ts';
import { done } from '../contract/failure.ts';
import type { LibraryReader } from '../library/index.ts';
import { elapsedSince } from './elapsed.ts';

const defaultLimit = 8;

export const createSuggest =
  (library: LibraryReader): Api['suggest'] =>
  async ({ prefix, limit }) => {
    const started = performance.now();
    const items = await library.suggest(prefix, limit ?? defaultLimit);
    return done({ ms: elapsedSince(started), items });
  };
