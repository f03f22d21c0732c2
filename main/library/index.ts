export { now } from './clock.ts';
export { listingStart, type ListingPlace } from './listing.ts';
export type { NamedEdition, NamedMeeting, NamedSection, NamingFacts } from './naming-facts.ts';
export type { Naming, NewEdition } from './new-edition.ts';
export { completeField, readQuery, type FieldValue, type QueryField } from './query/index.ts';
export { CalledOff, createPace, type Pace } from './search/index.ts';
export type { IssuedWork, StoredNetwork, WorkCounts } from './network.ts';
export { readBack } from './read-back.ts';
export { openLibrary, type LibraryReader } from './reading.ts';
