import type { Provision, Section, StructuredDocument } from '../../contract/document.ts';
import type { ActorId, WorkId } from '../../contract/ids.ts';
import { essenceOf, wordsOf } from './words.ts';

/** A section or annex, as far as it matters to what stands in it. */
export interface Place {
  readonly index: number;
  readonly address: string;
  readonly kind: string;
  readonly actors: readonly ActorId[];
  readonly heading: string;
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
  readonly words: readonly string[];
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

/** Every provision of a document in reading order, annexes last. */
export function unitsOf(document: Comparable): Units {
  const units: Unit[] = [];
  const sections: readonly Section[] = [
    ...document.sections,
    ...document.annexes.map((annex) => ({
      ...annex,
      kind: 'annex',
      actors: [],
      collaborators: [],
    })),
  ];
  const places = sections.map(({ address, kind, actors, heading, provisions }, index) => {
    const place = { index, address, kind, actors, heading, size: provisions.length };
    for (const provision of provisions) add(provision, place, null);
    return place;
  });
  return { work: document.identity.work, places, units };

  function add(provision: Provision, place: Place, parent: Unit | null): void {
    const text = comparedText(provision);
    const unit: Unit = {
      index: units.length,
      address: provision.address,
      path: provision.path,
      text,
      essence: essenceOf(text),
      words: wordsOf(text),
      place,
      parent,
      subject: subjectOf(provision),
      group: studyGroup.exec(text)?.[1] ?? null,
    };
    units.push(unit);
    for (const inner of provision.provisions) add(inner, place, unit);
  }
}
