export { createCompiledSource } from './compiled-source.ts';
export type { Hidden, Named, Source, Standing } from './need.ts';
export { createOwnSource } from './own-source.ts';
export { CalledOff, createPace, type Pace } from './pace.ts';
export { search, type FoundInLibrary, type Searched } from './search.ts';
export { createSharedWork, type SharedWork } from './shared-work.ts';
