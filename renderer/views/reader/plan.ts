import type { ShownEdition } from '../../../main/contract/answers.ts';
import type { Annex, Footnote, Provision, Section } from '../../../main/contract/document.ts';
import { labelInPlace } from '../../parts/place.ts';
import { words } from '../../words/index.ts';
import { said, shortName, type ShortName } from './short-name.ts';

/** Provisions of a section that are drawn together. `first` is the place of the first among those of the section. */
export interface Block {
  readonly order: number;
  readonly first: number;
  readonly provisions: readonly Provision[];
  /** Of all of their words, in UTF-16 units. */
  readonly length: number;
  /** How many provisions there are, those under others among them. */
  readonly count: number;
}

export interface PlannedSection {
  readonly part: Section | Annex;
  readonly short: ShortName;
  readonly blocks: readonly Block[];
}

/** A section, or a provision of it, in a text. */
export interface Place {
  readonly address: string;
  readonly section: PlannedSection;
  readonly provision: Provision | null;
  /** "2 ii)"; empty for a section and for an unlabelled provision. */
  readonly label: string;
  readonly block: number;
}

/** A footnote and the provision that bears its mark. */
export interface PlacedNote {
  readonly address: string;
  readonly footnote: Footnote;
}

/** How a text is drawn, and everything in it by its address. */
export interface Plan {
  readonly sections: readonly PlannedSection[];
  readonly blockCount: number;
  /** Whether it is drawn bit by bit. */
  readonly isLong: boolean;
  readonly places: ReadonlyMap<string, Place>;
  readonly notes: readonly PlacedNote[];
  /** The places that refer to a place of the same text, by the address of that. */
  readonly referredFrom: ReadonlyMap<string, readonly Place[]>;
}

/** About two screens. */
const mostInBlock = 40;

/** A text of more provisions is drawn bit by bit. */
const mostAtOnce = 240;

export function planOf(edition: Pick<ShownEdition, 'address' | 'sections' | 'annexes'>): Plan {
  const places = new Map<string, Place>();
  const notes: PlacedNote[] = [];
  const referredFrom = new Map<string, Place[]>();
  let order = 0;

  function note(place: Place, provision: Provision): void {
    places.set(place.address, place);
    for (const footnote of provision.footnotes) notes.push({ address: place.address, footnote });
    for (const address of new Set(provision.references?.map((one) => one.address))) {
      const others = referredFrom.get(address);
      if (others === undefined) referredFrom.set(address, [place]);
      else others.push(place);
    }
  }

  const sections = [...edition.sections, ...edition.annexes].map((part): PlannedSection => {
    const blocks = blocksOf(part.provisions, order);
    order += blocks.length;
    const section = { part, short: shortName(part), blocks };
    const own = { section, provision: null, label: '', block: blocks[0]?.order ?? order };
    places.set(part.address, { ...own, address: part.address });
    for (const block of blocks)
      for (const provision of allOf(block.provisions)) {
        const { address, label } = provision;
        const inPlace = labelInPlace(`${edition.address}#${address}`, label);
        note({ address, section, provision, label: inPlace, block: block.order }, provision);
      }
    return section;
  });
  const isLong = places.size - sections.length > mostAtOnce;
  return { sections, blockCount: order, isLong, places, notes, referredFrom };
}

const allOf = (provisions: readonly Provision[]): readonly Provision[] =>
  provisions.flatMap((one) => [one, ...allOf(one.provisions)]);

function blocksOf(provisions: readonly Provision[], order: number): Block[] {
  const blocks: Block[] = [];
  let own: Provision[] = [];
  let count = 0;
  let length = 0;
  const close = (first: number): void => {
    if (own.length > 0)
      blocks.push({ order: order + blocks.length, first, provisions: own, length, count });
    own = [];
    count = 0;
    length = 0;
  };
  for (const [at, provision] of provisions.entries()) {
    const all = allOf([provision]);
    own.push(provision);
    count += all.length;
    for (const { text } of all) length += text.length;
    if (count >= mostInBlock) close(at + 1 - own.length);
  }
  close(provisions.length - own.length);
  return blocks;
}

/** What a place is called where its text is not seen: "instructs ITU-T Study Group 13 3", "noting paragraph 1". */
export function nameOfPlace({ section, provision, label, address }: Place): string {
  const order = /[.]p(?<order>\d+)$/.exec(address)?.groups?.['order'];
  const end =
    provision !== null && label === '' && order !== undefined
      ? words.reader.unlabelled(Number(order))
      : label;
  return [said(section.short), end].filter(Boolean).join(' ');
}
