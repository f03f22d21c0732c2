import type { ShownEdition } from '../../main/contract/answers.ts';
import type {
  Comparison,
  ComparisonRow,
  ComparisonStatus,
  DiffPart,
} from '../../main/contract/comparison.ts';
import { isOperative, type Provision } from '../../main/contract/document.ts';
import type { ActorId } from '../../main/contract/ids.ts';

/** Where a provision stands in one of the two texts. */
export interface PlaceInText {
  readonly address: string;
  readonly section: string;
  /** Of its section. */
  readonly heading: string;
  /** As printed: "ii)". */
  readonly label: string;
  /** With the labels that it stands under: "2 ii)"; empty for an unlabelled paragraph. */
  readonly labelInPlace: string;
  /** Of an unlabelled paragraph, which of its neighbours it is, from 1. */
  readonly paragraph: number;
  /** How many provisions it stands under. */
  readonly depth: number;
  /** Its turn in reading order. */
  readonly order: number;
}

/** A provision, or a pair of them. `key` is unique in the comparison, and what `at` of its address is. */
export interface ComparedRow {
  readonly kind: 'row';
  readonly key: string;
  readonly status: ComparisonStatus;
  readonly isMoved: boolean;
  readonly diff: readonly DiffPart[];
  readonly from: PlaceInText | null;
  readonly to: PlaceInText | null;
  /** Whether it left its section for one that is not that section's successor. */
  readonly leavesSection: boolean;
}

/** Where a provision that moved stood before. */
export interface FormerPlace {
  readonly kind: 'former';
  readonly key: string;
  readonly row: ComparedRow;
}

export type Entry = ComparedRow | FormerPlace;

/** A section or annex of either text, or a pair of them, under its heading. */
export interface ComparedSection {
  readonly kind: 'section';
  readonly key: string;
  readonly status: ComparisonStatus;
  readonly heading: string;
  readonly diff: readonly DiffPart[];
  readonly isOperative: boolean;
  readonly actors: readonly ActorId[];
  readonly entries: readonly Entry[];
}

/** What one side has no more, by its name in the other text: "-considering.k". */
const keyOf = ({ from, to }: Pick<ComparisonRow, 'from' | 'to'>): string => to ?? `-${from ?? ''}`;

/** A comparison as it is read: section by section in the order of the later text, with the places that rows left. */
export function sectionsOf(
  from: Pick<ShownEdition, 'sections' | 'annexes'>,
  to: Pick<ShownEdition, 'sections' | 'annexes'>,
  comparison: Pick<Comparison, 'rows' | 'sections'>,
): readonly ComparedSection[] {
  const [older, newer] = [indexOf(from), indexOf(to)];
  const successorOf = new Map<string, string>();
  const entries = new Map<string, Entry[]>();
  for (const row of comparison.sections) {
    entries.set(keyOf(row), []);
    if (row.from !== null) successorOf.set(row.from, keyOf(row));
  }

  const moved: ComparedRow[] = [];
  for (const { status, moved: isAlsoMoved, diff, ...sides } of comparison.rows) {
    const before = (sides.from !== null && older.places.get(sides.from)) || null;
    const after = (sides.to !== null && newer.places.get(sides.to)) || null;
    const former = before === null ? undefined : successorOf.get(before.section);
    const section = after?.section ?? former;
    const row: ComparedRow = {
      kind: 'row',
      key: keyOf(sides),
      status,
      isMoved: status === 'moved' || isAlsoMoved === true,
      diff,
      from: before,
      to: after,
      leavesSection: before !== null && former !== section,
    };
    if (row.isMoved) moved.push(row);
    if (section !== undefined) entries.get(section)?.push(row);
  }
  for (const row of moved)
    leaveMark(row, entries.get(successorOf.get(row.from?.section ?? '') ?? ''));

  return comparison.sections.map((row) => {
    const before = row.from === null ? undefined : older.sections.get(row.from);
    const after = row.to === null ? undefined : newer.sections.get(row.to);
    const one = after ?? before;
    return {
      kind: 'section',
      key: keyOf(row),
      status: row.status,
      heading: one?.heading ?? '',
      diff: row.diff,
      isOperative: isOperative(one?.kind ?? ''),
      actors: [...new Set([...(after?.actors ?? []), ...(before?.actors ?? [])])],
      entries: entries.get(keyOf(row)) ?? [],
    };
  });
}

/** Puts the former place of a row behind what it followed in the earlier text. */
function leaveMark(row: ComparedRow, entries: Entry[] | undefined): void {
  const { from } = row;
  if (from === null || entries === undefined) return;
  const orderOf = (entry: Entry): number => {
    const one = entry.kind === 'former' ? entry.row : entry;
    const hasItsPlace = entry.kind === 'former' || (!one.isMoved && !one.leavesSection);
    return hasItsPlace ? (one.from?.order ?? -1) : -1;
  };
  const before = entries.findLastIndex((entry) => {
    const order = orderOf(entry);
    return order >= 0 && order < from.order;
  });
  entries.splice(before + 1, 0, { kind: 'former', key: `-${from.address}`, row });
}

function indexOf({ sections, annexes }: Pick<ShownEdition, 'sections' | 'annexes'>) {
  const places = new Map<string, PlaceInText>();
  const all = [
    ...sections,
    ...annexes.map((annex) => ({ ...annex, kind: '', actors: [] as readonly ActorId[] })),
  ];
  for (const section of all) walk(section, section.provisions, []);
  return { places, sections: new Map(all.map((section) => [section.address, section])) };

  function walk(
    section: { readonly address: string; readonly heading: string },
    provisions: readonly Provision[],
    above: readonly string[],
  ): void {
    for (const [order, { address, path, label, provisions: inner }] of provisions.entries()) {
      // A decimal label tells by itself what it stands under.
      const isWhole = label === '' || label.includes('.');
      places.set(address, {
        address,
        section: section.address,
        heading: section.heading,
        label,
        labelInPlace: isWhole ? label : [...above, label].join('\u00a0'),
        paragraph: order + 1,
        depth: above.length,
        order: places.size,
      });
      walk(section, inner, [...above, path.split('.').at(-1) ?? '']);
    }
  }
}
