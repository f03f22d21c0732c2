export {
  analyse,
  forEachWord,
  forEachKeptWord,
  initialsOf,
  keepWords,
  type KeptWords,
  type Token,
} from './analyse.ts';
export { foldWord } from './fold.ts';
export { stem } from './stem.ts';
