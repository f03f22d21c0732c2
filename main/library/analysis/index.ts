export { analyse, forEachWord, type Token, type Word } from './analyse.ts';
export { foldWord } from './fold.ts';
export { stem } from './stem.ts';
