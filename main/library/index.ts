export { openLibrary, type LibraryReader } from './reading.ts';
export { createLibrary, type Naming, type NewEdition } from './writing.ts';
