import { describe, expect, it } from 'vitest';
import { tellingWords } from '../../../main/library/query/index.ts';

const told = (typed: string, languages = ['en'], isSentence = true): string => {
  const words = typed.split(' ');
  const telling = tellingWords(words, languages, isSentence);
  return words.filter((_word, at) => telling[at]).join(' ');
};

describe('the words of a query that tell what is sought', () => {
  it.each([
    ['please find me articles about the wick of a lamp', 'wick lamp'],
    ['I am interested in any information on lamps', 'lamps'],
    ['tell us which papers describe oil', 'oil'],
    ['the papers of the harbour', 'papers harbour'],
    ['protection of information', 'protection information'],
  ])('leave out what only asks: %s', (typed, words) => {
    expect(told(typed)).toBe(words);
  });

  it('are all but function words where somebody lists words', () => {
    expect(told('find information about the lamp', ['en'], false)).toBe('find information lamp');
  });

  it('are all of them where nothing else is asked', () => {
    expect(told('who is it')).toBe('who is it');
    expect(told('find them')).toBe('find');
  });

  it('do not lose a word that is a function word in another language only', () => {
    expect(told('pressure at sea level')).toBe('pressure sea level');
    expect(told('pression sur la mer', ['en', 'fr'])).toBe('pression mer');
  });

  it('lose the function words of the language that is typed, whatever the library holds', () => {
    expect(told('quelle est la taille de la lampe')).toBe('taille lampe');
  });
});
