import type { Mark } from '../../contract/answers.ts';
import {
  analyse,
  forEachKeptWord,
  forEachWord,
  initialsOf,
  type KeptWords,
  type Token,
} from '../analysis/index.ts';
import { partsOf, type Need, type Way } from './need.ts';

/** A text whose words are to be marked, and its words, if they are asked for. */
export interface MarkedText {
  readonly text: string;
  readonly language: string;
  words(): KeptWords;
}

/** Says which words of a text are those that were asked for. */
export type Marker = (text: MarkedText) => Mark[];

/** The parts of all tokens one after the other, each with its token. */
interface Part {
  readonly part: string;
  readonly token: number;
}

const streamOf = (tokens: readonly Token[]): Part[] =>
  tokens.flatMap(({ parts }, token) => parts.map((part) => ({ part, token })));

/** The tokens of each place where a run stands. */
function placesOf(parts: readonly string[], stream: readonly Part[]): number[][] {
  const places: number[][] = [];
  for (const [at, { part }] of stream.entries()) {
    if (part !== parts[0]) continue;
    const here = stream.slice(at, at + parts.length);
    if (here.length === parts.length && here.every((each, index) => each.part === parts[index]))
      places.push(here.map(({ token }) => token));
  }
  return places;
}

/** Of runs that must be close together, the places that have one of every other close by. */
function nearPlaces(
  runs: readonly (readonly string[])[],
  distance: number,
  stream: readonly Part[],
): number[][] {
  const places = runs.map((parts) => placesOf(parts, stream));
  const reach = (distance + 1) * (runs.length - 1) + Math.max(...runs.map(({ length }) => length));
  const isNear = (a: readonly number[], b: readonly number[]): boolean =>
    Math.abs((a[0] ?? 0) - (b[0] ?? 0)) <= reach;
  return places.flatMap((ours, at) =>
    ours.filter((place) =>
      places.every((theirs, other) => other === at || theirs.some((each) => isNear(each, place))),
    ),
  );
}

/** Whether a text says something in this way. Thousands may be asked one after the other: nothing is kept of any word. */
export function isSaid(way: Way, text: string, language: string): boolean {
  if (way.kind === 'near') {
    const stream = streamOf(analyse(text, language));
    return nearPlaces(way.runs.map(partsOf), way.distance, stream).length > 0;
  }
  const sought = way.kind === 'run' ? partsOf(way.words) : way.word.parts;
  const said: string[] = [];
  forEachWord(text, language, ({ parts }) => {
    for (const part of parts) said.push(part);
  });
  return said.some((_part, at) => sought.every((part, index) => said[at + index] === part));
}

/** Prepares marking what was asked for: words in any inflection, the runs of phrases and no others. */
export function createMarker(needs: readonly Need[]): Marker {
  const terms = new Set<string>();
  const runs: (readonly string[])[] = [];
  const nears: Extract<Way, { kind: 'near' }>[] = [];
  for (const way of needs.flatMap((need) => need.ways)) {
    if (way.kind === 'near') nears.push(way);
    else if (way.kind === 'run') runs.push(partsOf(way.words));
    else {
      terms.add(way.word.term);
      if (way.word.parts.length > 1) runs.push(way.word.parts);
    }
  }
  const beginnings = needs.flatMap(({ beginning }) => (beginning === null ? [] : [beginning]));
  const nearParts = nears.flatMap((near) => near.runs.flatMap(partsOf));
  const initials = initialsOf([...terms, ...beginnings, ...runs.flat(), ...nearParts]);
  const isAsked = ({ terms: own, forms }: Pick<Token, 'terms' | 'forms'>): boolean => {
    for (let at = 0; at < own.length; at += 1) if (terms.has(own[at] ?? '')) return true;
    return beginnings.some((start) => forms.some((form) => form.startsWith(start)));
  };
  /** Where each word is asked for by itself, nothing is kept of the others. */
  const markWords: Marker = ({ words }) => {
    const marks: Mark[] = [];
    forEachKeptWord(
      words(),
      (word, start, end) => {
        if (isAsked(word)) marks.push([start, end]);
      },
      initials,
    );
    return marks;
  };
  if (runs.length === 0 && nears.length === 0) return markWords;

  return ({ text, language }) => {
    const tokens = analyse(text, language, initials);
    const marked = new Set<number>();
    for (const [at, token] of tokens.entries()) if (isAsked(token)) marked.add(at);
    const stream = streamOf(tokens);
    const places = [
      ...runs.flatMap((parts) => placesOf(parts, stream)),
      ...nears.flatMap((near) => nearPlaces(near.runs.map(partsOf), near.distance, stream)),
    ];
    for (const at of places.flat()) marked.add(at);
    return tokens
      .filter((_token, at) => marked.has(at))
      .map(({ start, end }): Mark => [start, end]);
  };
}
