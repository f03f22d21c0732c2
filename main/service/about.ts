import type { Api } from '../contract/api.ts';
import { done } from '../contract/failure.ts';
import type { LibraryReader } from '../library/index.ts';

export const createAbout =
  (library: LibraryReader, version: string): Api['about'] =>
  async () =>
    done({ version, counts: library.counts(), ownLibraryTrouble: library.trouble() });
