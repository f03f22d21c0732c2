export type { NamedEdition, NamedMeeting, NamedSection, NamingFacts } from './naming-facts.ts';
export type { Naming, NewEdition } from './new-edition.ts';
export { openOwnLibrary, type OwnLibraryWriter } from './own-writing.ts';
export { completeField, readQuery, type FieldValue, type QueryField } from './query/index.ts';
export { CalledOff } from './search/index.ts';
export { openLibrary, type LibraryReader } from './reading.ts';
export { createLibrary } from './writing.ts';
