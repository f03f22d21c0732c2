import type { SearchRequest } from '../../../main/contract/api.ts';
import { below, oneOf, randomFrom, type Random } from './corpus/random.ts';
import type { TextLine } from './corpus/kept.ts';
import type { Vocabulary } from './corpus/words.ts';

const howMany = 200;
/** Words of the language of search where they stand alone. */
const reserved = new Set(['or', 'not', 'and', 'near']);

/**
 * Where each kind of word ends, by rank. The first are "the", "of" and their like, which nobody asks for alone but which
 * stand in what people paste.
 */
const ranks = { stop: 20, common: 300, middle: 4000 };

type Frequency = 'stop' | 'common' | 'middle' | 'rare';

function frequencyOf(rank: number): Frequency {
  if (rank < ranks.stop) return 'stop';
  if (rank < ranks.common) return 'common';
  return rank < ranks.middle ? 'middle' : 'rare';
}

/** The lines from which the queries are drawn: at equal distances through the whole corpus. */
export function sampleLines(lines: Iterable<TextLine>, provisions: number): TextLine[] {
  const distance = Math.max(1, Math.floor(provisions / howMany));
  const sample: TextLine[] = [];
  let index = 0;
  for (const line of lines) {
    if (index % distance === Math.floor(distance / 2) && sample.length < howMany) sample.push(line);
    index += 1;
  }
  return sample;
}

/** Draws different words of one provision, of the frequencies asked for where it has them. */
function createDraw({ text }: TextLine, { rankOf }: Vocabulary, random: Random) {
  const words = [...new Set(text.match(/(?<![\p{L}\p{N}.-])\p{L}{2,}(?![\p{L}\p{N}.-])/gu))].filter(
    (word) => rankOf.has(word) && !reserved.has(word.toLowerCase()),
  );
  const taken = new Set<string>();
  return (wanted: Frequency): string => {
    const left = words.filter((word) => !taken.has(word));
    const fitting = left.filter((word) => frequencyOf(rankOf.get(word) ?? 0) === wanted);
    const word = oneOf(random, fitting.length > 0 ? fitting : left.length > 0 ? left : ['network']);
    taken.add(word);
    return word;
  };
}

/** Words of a provision that stand side by side. */
function phraseOf({ text }: TextLine, length: number, random: Random): string {
  const runs = text
    .split(/[^\p{L}\p{N} ]|\S*[\p{N}-]\S*/u)
    .map((run) => run.split(' ').filter((word) => word !== ''))
    .filter((run) => run.length >= length);
  if (runs.length === 0) return 'the network';
  const run = oneOf(random, runs);
  const from = below(random, run.length - length + 1);
  return run.slice(from, from + length).join(' ');
}

function drawQuery(line: TextLine, other: TextLine, vocabulary: Vocabulary, index: number): string {
  const random = randomFrom(5000 + index);
  const word = createDraw(line, vocabulary, random);
  const beginning = (frequency: Frequency): string =>
    `${word(frequency).slice(0, 3 + below(random, 3))}*`;
  const any = (): string => word(oneOf<Frequency>(random, ['common', 'middle', 'middle', 'rare']));
  const words = (count: number): string => Array.from({ length: count }, any).join(' ');
  const shapes: readonly (() => string)[] = [
    () => word('rare'),
    () => word('middle'),
    () => word('common'),
    () => `${word('common')} ${word('middle')}`,
    () => `${word('middle')} ${word('rare')}`,
    () => `${word('common')} ${word('common')}`,
    () => words(3),
    () => `${word('common')} ${word('common')} ${word('common')}`,
    () => words(4),
    () => `${words(4)} ${word('stop')}`,
    () => `${word('stop')} ${word('common')} ${word('stop')} ${word('common')} ${any()} ${any()}`,
    () => `"${phraseOf(line, 2, random)}"`,
    () => `"${phraseOf(line, 3, random)}"`,
    () => `"${phraseOf(line, 2, random)}" ${word('middle')}`,
    () => beginning('middle'),
    () => `${word('common')} ${beginning('rare')}`,
    () => `${word('middle')} OR ${createDraw(other, vocabulary, random)('middle')}`,
    () => `${word('common')} ${word('middle')} OR ${createDraw(other, vocabulary, random)('rare')}`,
    () => `${word('common')} -${createDraw(other, vocabulary, random)('common')}`,
    () => `${word('middle')} ${word('common')} -${createDraw(other, vocabulary, random)('middle')}`,
  ];
  return (shapes[index % shapes.length] ?? any)();
}

/** A filter that lets the provision through from which the query was drawn. */
function filterOf(line: TextLine, index: number): Partial<SearchRequest> {
  const filters: readonly Partial<SearchRequest>[] = [
    { body: line.body },
    { year: line.year },
    { section: line.section },
    line.actor === '' ? { type: line.type } : { actor: line.actor },
  ];
  return filters[index % filters.length] ?? {};
}

/**
 * Two hundred queries as people type them, from words of the corpus by how common they are: words together, phrases,
 * prefixes, exclusions, alternatives; a third carry a filter.
 */
export function makeMixedQueries(
  sample: readonly TextLine[],
  vocabulary: Vocabulary,
): SearchRequest[] {
  return sample.map((line, index) => ({
    query: drawQuery(line, sample[(index + 77) % sample.length] ?? line, vocabulary, index),
    ...(index % 3 === 0 && filterOf(line, Math.floor(index / 3))),
  }));
}

const upTo = (length: number, list: readonly string[]): string => list.join(' ').slice(0, length);

/** Queries that are made to cost: what is everywhere, what has no end, what means nothing. */
export function makeAdversarialQueries({ words, real }: Vocabulary): SearchRequest[] {
  const commonest = words.slice(0, 60);
  const middle = words.slice(real, real + 60);
  const rare = words.slice(100_000, 100_060);
  const queries = [
    'a*',
    't*',
    'co*',
    's* t*',
    'a* b* c* d* e*',
    'a* OR b* OR c* OR d* OR e* OR f* OR g*',
    '2*',
    'the',
    'the of and to in',
    'the and of to IMT on in for standardization Study',
    '"the the the"',
    '"of the"',
    '"the of and to"',
    '"the network" "of the" "and the"',
    `"${upTo(120, commonest)}"`,
    commonest.slice(0, 24).join(' OR '),
    middle.slice(0, 24).join(' OR '),
    rare.slice(0, 24).join(' OR '),
    middle
      .map((word) => `"the ${word}"`)
      .slice(0, 12)
      .join(' OR '),
    upTo(400, commonest),
    upTo(400, middle),
    upTo(400, rare),
    '-the',
    'the -network',
    't* -the -of',
    'the near of near and',
    `${'x'.repeat(60)} ${'qz'.repeat(100)}`,
    'standardizashun telecomunikation internashional govermental organizashion',
    '"""((( * * )))""" NOT OR AND -',
    `${'IMT-2020-'.repeat(20)}*`,
  ];
  return queries.map((query) => ({ query }));
}
