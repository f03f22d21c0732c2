export { encodePostings } from './encode.ts';
export { openPostings, DamagedPostings, type Postings } from './postings.ts';
export {
  findMatches,
  wordsOfSet,
  type Alternative,
  type Clause,
  type Matches,
} from './matching.ts';
export { rank, type Weighing } from './ranking.ts';
export { bitsIn, forEachPlace, entryAt, windowSize, windowWords } from './window.ts';
