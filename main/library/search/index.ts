export { createCompiledSource } from './compiled-source.ts';
export type { Named, Source, Standing } from './need.ts';
export { createOwnSource } from './own-source.ts';
export { CalledOff } from './pace.ts';
export { search, type FoundInLibrary, type Searched } from './search.ts';
