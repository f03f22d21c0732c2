export type { Naming, NewEdition } from './newEdition.ts';
export { openLibrary, type LibraryReader } from './reading.ts';
export { createLibrary } from './writing.ts';
