import type { Provision, Section, StructuredDocument } from '../../main/contract/document.ts';
import type { ActorId, WorkId } from '../../main/contract/ids.ts';
import { compareDocuments, comparing } from '../../main/documents/compare/index.ts';
import { createPace } from '../../main/library/index.ts';
import type { Service } from '../../main/service/index.ts';
import { spreadOf, timeEach, type Spread } from './figures.ts';

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const openings = ['considering', 'noting', 'resolves', 'instructs', 'invites'];
const stock =
  'to promote the studies on standardization activities related to the non-radio aspects of IMT systems among all relevant study groups of the Sector and other standards development organizations taking into account developing countries'.split(
    ' ',
  );

function provision(section: string, index: number, text: string): Provision {
  const path = `${index + 1}`;
  return {
    address: `${section}.${path}`,
    path,
    label: path,
    text,
    footnotes: [],
    citations: [],
    provisions: [],
  };
}

function documentOf(edition: string, texts: readonly string[]): StructuredDocument {
  const size = Math.ceil(texts.length / 40);
  const sections = Array.from({ length: 40 }, (_none, at): Section => {
    const kind = openings[Math.floor(at / 8)] ?? 'considering';
    const address = `${kind}-${at}`;
    const actors = at < 24 ? [] : [`itu-t-sg-${at}` as ActorId];
    const inside = texts.slice(at * size, (at + 1) * size);
    return {
      address,
      kind,
      heading: kind,
      actors,
      collaborators: [],
      provisions: inside.map((text, index) => provision(address, index, text)),
    };
  });
  return {
    form: 'resolution',
    language: 'en',
    direction: 'ltr',
    identity: {
      work: 'wtsa/resolution/1' as WorkId,
      edition,
      body: 'wtsa',
      type: 'resolution',
      number: '1',
      place: null,
      year: Number(edition),
      title: 'Two editions for a bench',
    },
    history: [],
    preface: [],
    formula: '',
    sections,
    annexes: [],
    terms: [],
    warnings: [],
  };
}

/**
 * Two editions of so many provisions: the stock phrases of the genre with a few words of their own, every third
 * provision of the later one amended, every tenth new, some moved. Harder than real texts, whose provisions share less.
 */
function makeEditions(count: number): readonly [StructuredDocument, StructuredDocument] {
  const random = randomFrom(92);
  const below = (end: number): number => Math.floor(random() * end);
  const rareWord = (): string => `term${below(count)}`;
  const sentence = (): string => {
    const from = below(stock.length - 12);
    const words = stock.slice(from, from + 8 + below(20));
    for (let own = 0; own < 4; own += 1) words.splice(below(words.length), 0, rareWord());
    return `${words.join(' ')};`;
  };
  const older = Array.from({ length: count }, sentence);
  const newer = older.map((text, index) => {
    if (index % 10 === 0) return sentence();
    if (index % 3 !== 0) return text;
    const words = text.split(' ');
    words.splice(below(words.length), 1, rareWord(), rareWord());
    return words.join(' ');
  });
  for (let moves = 0; moves < count / 50; moves += 1) {
    newer.splice(below(count), 0, ...newer.splice(below(count), 1));
  }
  return [documentOf('2016', older), documentOf('2024', newer)];
}

/** Milliseconds for two documents of 2 000 provisions each. */
export async function timeCompare(): Promise<Spread> {
  const [from, to] = makeEditions(2000);
  return timeEach([1, 2, 3], () => compareDocuments(from, to));
}

/** How long others waited at most while something was done: between two turns of the event loop. */
async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const pass = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  let turn = setImmediate(goFirst);
  function goFirst(): void {
    pass();
    turn = setImmediate(goFirst);
  }
  await work();
  clearImmediate(turn);
  pass();
  return longest;
}

const times = 10;

/** `prepare` makes each thing that is measured, and counts for nothing. */
async function stretchesOf(prepare: () => () => Promise<unknown>): Promise<Spread> {
  const longest: number[] = [];
  await prepare()();
  for (let time = 0; time < times; time += 1) longest.push(await longestStretch(prepare()));
  return spreadOf(longest);
}

/** Milliseconds of the longest stretch of a comparison of two documents of 2 000 provisions each. */
export function timeCompareStretches(): Promise<Spread> {
  const [from, to] = makeEditions(2000);
  return stretchesOf(() => () => createPace(undefined).run(comparing(from, to)));
}

/** The same of the two editions of Resolution 92, by a service that has compared nothing yet. */
export function timeResolutionStretches(open: () => Service): Promise<Spread> {
  return stretchesOf(() => {
    const { api, close } = open();
    return async () => {
      await api.compare({ from: 'wtsa/resolution/92@2016', to: 'wtsa/resolution/92@2024' });
      close();
    };
  });
}
