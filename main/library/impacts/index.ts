export { encodePostings } from './encode.ts';
export { openPostings, DamagedPostings, type Postings } from './postings.ts';
export {
  findMatches,
  type Alternative,
  type Clause,
  type Matches,
  type Wanted,
} from './matching.ts';
export { rank } from './ranking.ts';
export type { Ranked } from './best.ts';
export { forEachPlace, entryAt, windowSize, windowWords } from './window.ts';
