import {
  isOperative,
  type Provision,
  type Section,
  type StructuredDocument,
} from '../../contract/document.ts';
import type { ActorId, WorkId } from '../../contract/ids.ts';
import type { Steps } from '../../contract/steps.ts';
import { essenceOf, type Vocabulary } from './words.ts';

/** A section or annex, as far as it matters to what stands in it. */
export interface Place {
  readonly index: number;
  readonly address: string;
  readonly kind: string;
  readonly actors: readonly ActorId[];
  readonly heading: string;
  /** The words of its heading. */
  readonly words: readonly number[];
  /** What its heading says, whatever its number and its capitals. */
  readonly name: string;
  /** A clause, a heading or an annex; an order to somebody; or what leads to one. */
  readonly role: 'structural' | 'operative' | 'recital';
  /** The first word of its kind, but for those that change nothing in what it asks. */
  readonly verb: string;
  /** How many provisions stand at its first level. */
  readonly size: number;
}

/** A provision with what comparing needs to know of it. */
export interface Unit {
  readonly index: number;
  readonly address: string;
  readonly path: string;
  readonly text: string;
  readonly essence: string;
  readonly words: readonly number[];
  readonly place: Place;
  /** The provision that holds it; null at the first level of its section. */
  readonly parent: Unit | null;
  /** The work that it opens with: "that Recommendation 207 (…) foresees …" is about that Recommendation. */
  readonly subject: string | null;
  /** The number of the study group that it opens with: "that ITU-T Study Group 13 has …". */
  readonly group: string | null;
}

export interface Units {
  readonly work: WorkId;
  readonly places: readonly Place[];
  readonly units: readonly Unit[];
}

/**
 * The text of a provision that is compared: its own, then what its table and figure say, a line a row. Labels and
 * footnotes are no part of it.
 */
function comparedText({ text, table, figure }: Provision): string {
  const rows = table?.rows.map((row) => row.map((cell) => cell.text).join(' | ')) ?? [];
  return [text, table?.caption ?? '', ...rows, figure?.caption ?? '']
    .filter((part) => part !== '')
    .join('\n');
}

/** A citation that begins within so many characters is what the provision is about. */
const nearStart = 12;

const subjectOf = ({ citations }: Provision): string | null => {
  const [first] = citations;
  return first !== undefined && first.start <= nearStart ? first.work : null;
};

const studyGroup = /^(?:that )?(?:the )?(?:ITU[-\u2010\u2011][RTD] )?Study Group (\d{1,2})(?!\d)/u;

/** What a comparison looks at. */
export type Comparable = Pick<StructuredDocument, 'sections' | 'annexes'> & {
  readonly identity: Pick<StructuredDocument['identity'], 'work'>;
};

const nameOf = (heading: string): string =>
  essenceOf(heading)
    .toLowerCase()
    .replace(/^[\p{N}.]+\s+/u, '');

const verbOf = (kind: string): string =>
  kind
    .replace(/\b(?:further|also|again|to)\b/g, '')
    .trim()
    .split(/\s+/)[0] ?? '';

const roleOf = (kind: string): Place['role'] => {
  if (['clause', 'heading', 'annex'].includes(kind)) return 'structural';
  return isOperative(kind) ? 'operative' : 'recital';
};

/** Every provision of a document in reading order, annexes last; one a step. */
export function* readUnits(document: Comparable, vocabulary: Vocabulary): Steps<Units> {
  const units: Unit[] = [];
  const places: Place[] = [];
  const sections: readonly Section[] = [
    ...document.sections,
    ...document.annexes.map((annex) => ({
      ...annex,
      kind: 'annex',
      actors: [],
      collaborators: [],
    })),
  ];
  for (const [index, { address, kind, actors, heading, provisions }] of sections.entries()) {
    const place: Place = {
      index,
      address,
      kind,
      actors,
      heading,
      words: vocabulary.numbersOf(heading),
      name: nameOf(heading),
      role: roleOf(kind),
      verb: verbOf(kind),
      size: provisions.length,
    };
    places.push(place);
    for (const provision of provisions) yield* add(provision, place, null);
  }
  return { work: document.identity.work, places, units };

  function* add(provision: Provision, place: Place, parent: Unit | null): Steps<void> {
    const text = comparedText(provision);
    const unit: Unit = {
      index: units.length,
      address: provision.address,
      path: provision.path,
      text,
      essence: essenceOf(text),
      words: vocabulary.numbersOf(text),
      place,
      parent,
      subject: subjectOf(provision),
      group: studyGroup.exec(text)?.[1] ?? null,
    };
    units.push(unit);
    yield;
    for (const inner of provision.provisions) yield* add(inner, place, unit);
  }
}
