import type { Api } from '../contract/api.ts';
import { done } from '../contract/failure.ts';
import type { LibraryReader } from '../library/index.ts';

export const createCatalogue =
  (library: LibraryReader): Api['catalogue'] =>
  async () =>
    done({ editions: library.editions() });
