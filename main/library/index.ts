export type { Naming, NewEdition } from './new-edition.ts';
export { openLibrary, type LibraryReader } from './reading.ts';
export { createLibrary } from './writing.ts';
