export type { Naming, NewEdition } from './new-edition.ts';
export { openOwnLibrary, type OwnLibraryWriter } from './own-writing.ts';
export { openLibrary, type LibraryReader } from './reading.ts';
export { createLibrary } from './writing.ts';
