export { analyse, forEachWord, initialsOf, type Token } from './analyse.ts';
export { foldWord } from './fold.ts';
export { stem } from './stem.ts';
