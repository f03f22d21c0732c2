import { isOperative, type Section } from '../../../../main/contract/document.ts';
import type { ActorId, WorkId } from '../../../../main/contract/ids.ts';
import { nameOfWork } from '../../../../main/documents/index.ts';
import type { Naming, NewEdition } from '../../../../main/library/index.ts';
import { namesOfActor } from '../../../../main/service/names-of-actor.ts';
import { below, oneOf, randomFrom, type Random } from './random.ts';
import { amendText, drawText, drawTopic, drawWord, type Source } from './texts.ts';
import type { Vocabulary } from './words.ts';

/** Rises whenever the same size would give other texts. */
export const generatorVersion = 1;

export const naming: Naming = { nameOfWork, namesOfActor };

const provisionsOfEdition = 100;
const firstYear = 1990;
const lastYear = 2026;

interface Series {
  readonly body: string;
  readonly type: string;
  readonly letters: readonly string[];
}

/** Who adopts what; those that come more often stand more often. */
const series: readonly Series[] = [
  { body: 'wtsa', type: 'resolution', letters: [''] },
  { body: 'wtsa', type: 'resolution', letters: [''] },
  { body: 'wtdc', type: 'resolution', letters: [''] },
  { body: 'wtdc', type: 'recommendation', letters: [''] },
  { body: 'pp', type: 'resolution', letters: [''] },
  { body: 'pp', type: 'decision', letters: [''] },
  { body: 'wrc', type: 'resolution', letters: [''] },
  { body: 'wrc', type: 'recommendation', letters: [''] },
  { body: 'ra', type: 'resolution', letters: [''] },
  { body: 'council', type: 'resolution', letters: [''] },
  { body: 'itu-t', type: 'recommendation', letters: ['y.', 'g.', 'x.', 'q.', 'l.'] },
  { body: 'itu-t', type: 'recommendation', letters: ['y.', 'g.', 'x.', 'q.', 'l.'] },
];

const places = ['Geneva', 'Dubai', 'Hammamet', 'New Delhi', 'Buenos Aires', 'Busan', 'Kigali'];
const recitals = [
  'considering',
  'considering further',
  'recalling',
  'recognizing',
  'noting',
  'bearing in mind',
  'taking into account',
];
const orders = ['instructs', 'invites', 'requests', 'encourages', 'resolves to invite'];
const actors = [
  ...[2, 3, 5, 11, 12, 13, 15, 17, 20, 21].map((number) => `itu-t-sg-${number}`),
  ...[1, 3, 4, 5, 6, 7].map((number) => `itu-r-sg-${number}`),
  'itu-d-sg-1',
  'itu-d-sg-2',
  'tsag',
  'rag',
  'tdag',
  'director-tsb',
  'director-br',
  'director-bdt',
  'secretary-general',
  'council',
  'member-states',
  'sector-members',
].map((actor) => actor as ActorId);

interface Draft {
  readonly kind: string;
  readonly heading: string;
  readonly actors: readonly ActorId[];
  readonly texts: readonly string[];
}

/** The sections of a work's first edition, in order: recitals, what is resolved, who is instructed. */
function drawSections(source: Source, provisions: number, ofSection: number): Draft[] {
  const { random } = source;
  const drafts: Draft[] = [];
  let left = provisions;
  const sections = Math.ceil(provisions / ofSection);
  for (let at = 0; left > 0; at += 1) {
    const count = Math.min(left, 1 + below(random, 2 * ofSection - 1));
    left -= count;
    const texts = Array.from({ length: count }, () => drawText(source));
    if (at < sections * 0.35) {
      const kind = oneOf(random, recitals);
      drafts.push({ kind, heading: kind, actors: [], texts });
    } else if (random() < 0.2) {
      drafts.push({ kind: 'resolves', heading: 'resolves', actors: [], texts });
    } else {
      const kind = oneOf(random, orders);
      const actor = oneOf(random, actors);
      const further = Array.from({ length: 2 + below(random, 5) }, () => drawWord(source));
      const heading = `${kind} ${namesOfActor(actor)[0]} ${further.join(' ')}`;
      drafts.push({ kind, heading, actors: [actor], texts });
    }
  }
  return drafts;
}

const amendSections = (drafts: readonly Draft[], source: Source): Draft[] =>
  drafts.map((draft) => ({
    ...draft,
    texts: draft.texts.map((text) => amendText(text, source)),
  }));

/** a, b, … z, aa, ab, …: what recitals are numbered by. */
const letterLabel = (index: number): string =>
  index < 26
    ? String.fromCodePoint(97 + index)
    : `${letterLabel(Math.floor(index / 26) - 1)}${letterLabel(index % 26)}`;

function toSections(drafts: readonly Draft[]): Section[] {
  const used = new Map<string, number>();
  return drafts.map(({ kind, heading, actors: spokenTo, texts }) => {
    const base = [kind.replaceAll(' ', '-'), ...spokenTo].join('-');
    const times = (used.get(base) ?? 0) + 1;
    used.set(base, times);
    const address = times === 1 ? base : `${base}-${times}`;
    const provisions = texts.map((text, index) => {
      const path = isOperative(kind) ? `${index + 1}` : letterLabel(index);
      return {
        address: `${address}.${path}`,
        path,
        label: isOperative(kind) ? path : `${path})`,
        text,
        footnotes: [],
        citations: [],
        provisions: [],
      };
    });
    return { address, kind, heading, actors: spokenTo, collaborators: [], provisions };
  });
}

/** How many editions a work has, here. */
function drawAges(random: Random): number[] {
  const chance = random();
  const count = chance < 0.6 ? 1 : chance < 0.85 ? 2 : chance < 0.95 ? 3 : 4;
  const step = 2 + below(random, 4);
  const first = firstYear + below(random, lastYear - firstYear - step * (count - 1) + 1);
  return Array.from({ length: count }, (_none, age) => first + age * step);
}

export interface CorpusShape {
  readonly provisions: number;
  readonly ofEdition?: number;
  readonly ofSection?: number;
}

/**
 * The editions of a library of so many provisions, work by work, oldest first within each. The same on every run, and a
 * smaller library is the beginning of a larger one.
 */
export function* makeEditions(
  vocabulary: Vocabulary,
  { provisions, ofEdition = provisionsOfEdition, ofSection = 6 }: CorpusShape,
): Generator<NewEdition> {
  let made = 0;
  for (let number = 1; made < provisions; number += 1) {
    const random = randomFrom(number * 2_654_435_761);
    const { body, type, letters } = oneOf(random, series);
    const numbered = `${oneOf(random, letters)}${number}`;
    const work = `${body}/${type}/${numbered}` as WorkId;
    const source = { vocabulary, topic: drawTopic(vocabulary, random), random };
    const title = Array.from({ length: 5 + below(random, 8) }, () => drawWord(source)).join(' ');
    const place = oneOf(random, places);
    let drafts = drawSections(source, ofEdition, ofSection);
    for (const [age, year] of drawAges(random).entries()) {
      if (made >= provisions) return;
      if (age > 0) drafts = amendSections(drafts, source);
      made += drafts.reduce((sum, { texts }) => sum + texts.length, 0);
      yield {
        document: {
          form: 'resolution',
          language: 'en',
          direction: 'ltr',
          identity: { work, edition: `${year}`, body, type, number: numbered, place, year, title },
          history: [],
          preface: [],
          formula: '',
          sections: toSections(drafts),
          annexes: [],
          terms: [],
          warnings: [],
        },
        name: nameOfWork(work, `${year}`),
        meeting: '',
        meetingFrom: `${year}-01-01`,
        meetingTo: `${year}-01-12`,
        provenance: { source: 'Made for a bench.', rights: '', sha256: '' },
      };
    }
  }
}
