import { analyse, foldWord } from '../analysis/index.ts';
import type { Query } from './query.ts';
import { isStopWord } from './stop-words.ts';

/** From so many informative words on, hardly any text has them all. */
const manyWords = 5;
/** Fewer words than this ask nothing, whatever they begin with ("WHO", "how to"). */
const fewestOfQuestion = 3;

const questionMark = /[?؟]["'”’)\]]*$/u;
/** Words that a question begins with, as `foldWord` folds them. */
const openings = new Set(
  `who whom whose what which when where why how is are was were does do did can could should must may will would has
    have shall qui que quoi quel quelle quels quelles quand ou pourquoi comment combien est quien quienes cual cuales
    cuando donde como cuanto cuantos cuanta cuantas кто что какой какая какие какое когда где куда почему зачем как
    сколько من ما ماذا متي اين لماذا كيف كم هل اي`.split(/\s+/),
);
/** What makes a question of a row of Chinese characters, wherever it stands. */
const chineseQuestion = /什么|甚麼|什麼|为何|為何|为什么|怎|如何|哪|谁|誰|多少|几个|是否|吗|嗎|呢/u;
const chinese = /^\p{Script=Han}/u;

/** The words of a query that holds nothing but words, all wanted; null for any other. */
function plainWordsOf({ branches }: Query): string[] | null {
  const [parts] = branches;
  if (parts === undefined || branches.length > 1) return null;
  const words: string[] = [];
  for (const { kind, of } of parts) {
    if (kind === 'unwanted' || of.kind !== 'word') return null;
    words.push(of.text);
  }
  return words;
}

/** How much a word tells of what is sought: nothing, one thing, or in a Chinese run one for each two characters. */
function weightOf(text: string): number {
  const tokens = analyse(text, 'en');
  const runs = tokens.filter(({ word }) => chinese.test(word));
  if (runs.length > 0) return runs.reduce((sum, { parts }) => sum + Math.ceil(parts.length / 2), 0);
  return tokens.some(({ word }) => !isStopWord(word)) ? 1 : 0;
}

/**
 * Whether a person asked in their own language instead of naming words that must all be there: a question, or at least
 * five informative words, and no mark of the language of search.
 *
 * @example isNaturalLanguage(readQuery('Who keeps the roadmap?').query) // => true
 * @example isNaturalLanguage(readQuery('network slicing').query) // => false
 */
export function isNaturalLanguage(query: Query): boolean {
  const words = plainWordsOf(query);
  const first = words?.[0];
  const last = words?.at(-1);
  if (words === null || first === undefined || last === undefined) return false;
  if (words.reduce((sum, word) => sum + weightOf(word), 0) >= manyWords) return true;
  if (words.some((word) => chinese.test(word) && chineseQuestion.test(word))) return true;
  const isLong = words.length >= fewestOfQuestion;
  const opening = foldWord(first.replace(/^\P{L}+/u, ''));
  return (words.length > 1 && questionMark.test(last)) || (isLong && openings.has(opening));
}
