import type { Hit } from '../../main/contract/answers.ts';
import type { Address } from '../../main/contract/ids.ts';

/** The hits of one document or record, in their order. */
export interface FoundDocument {
  readonly address: Address;
  readonly name: string;
  readonly title: string;
  /** BCP 47, of its name and title. */
  readonly language: string;
  /** Null where it was not found itself, but parts of it were. */
  readonly own: Hit | null;
  readonly parts: readonly Hit[];
}

const partKinds: ReadonlySet<Hit['kind']> = new Set(['provision', 'chapter', 'stop']);

const documentOf = (address: Address): Address => address.split('#', 1)[0] as Address;

/** Brings the hits of each document together; documents stand in the order of their first hits. */
export function byDocument(hits: readonly Hit[]): readonly FoundDocument[] {
  return [...Map.groupBy(hits, (hit) => documentOf(hit.address))].map(([address, all]) => {
    const own = all.find(({ kind }) => !partKinds.has(kind)) ?? null;
    const parts = all.filter(({ kind }) => partKinds.has(kind));
    const { name, title, language } = namesOf(own ?? parts[0]);
    return { address, name, title, language, own, parts };
  });
}

/** A chapter and a stop say in their heading what they are part of. */
function namesOf(hit: Hit | undefined): Pick<FoundDocument, 'name' | 'title' | 'language'> {
  if (hit === undefined) return { name: '', title: '', language: '' };
  const { kind, name, title, heading, language } = hit;
  return kind === 'chapter' || kind === 'stop'
    ? { name: heading, title: '', language }
    : { name, title, language };
}
