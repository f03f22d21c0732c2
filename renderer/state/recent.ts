import { signal, type ReadonlySignal } from '@preact/signals';
import type { ShownEdition } from '../../main/contract/answers.ts';
import type { Provision } from '../../main/contract/document.ts';
import { keep, kept } from './kept.ts';

/** Where a person was reading. `at` is the part of the thing that they had reached: a provision, a stop of a tour. */
export interface RecentPlace {
  /** An edition, a tour, a chapter of a handbook. */
  readonly address: string;
  readonly at: string | null;
  readonly name: string;
  readonly title: string;
  /** What stands there, in the words of the thing: "instructs Study Group 13 3". */
  readonly place: string;
  /** BCP 47. */
  readonly language: string;
}

/** What a person read last, on this machine alone; the last first. */
export interface Recents {
  readonly list: ReadonlySignal<readonly RecentPlace[]>;
  note(place: RecentPlace): void;
  forget(): void;
}

const mostKept = 6;

export function createRecents(view: Window): Recents {
  const list = signal(read(kept(view, 'recent')));
  return {
    list,
    note(place) {
      const others = list.value.filter(({ address }) => address !== place.address);
      list.value = [place, ...others].slice(0, mostKept);
      keep(view, 'recent', JSON.stringify(list.value));
    },
    forget() {
      list.value = [];
      keep(view, 'recent', null);
    },
  };
}

/** Another version may have kept something else, and a person may have written there. */
function read(text: string | null): readonly RecentPlace[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isRecentPlace).slice(0, mostKept) : [];
  } catch {
    return [];
  }
}

function isRecentPlace(thing: unknown): thing is RecentPlace {
  if (typeof thing !== 'object' || thing === null) return false;
  const { at, ...others } = thing as Record<string, unknown>;
  return (
    (at === null || typeof at === 'string') &&
    ['address', 'name', 'title', 'place', 'language'].every(
      (name) => typeof others[name] === 'string',
    )
  );
}

/** A section or provision of an edition in the edition's own words; empty where it has none of that name. */
export function placeInWords({ sections }: ShownEdition, target: string): string {
  const section = sections.find(
    ({ address }) => target === address || target.startsWith(`${address}.`),
  );
  if (section === undefined) return '';
  const labels = labelsTo(section.provisions, target);
  // A decimal label says those it stands under.
  const said = labels.some((label) => label.includes('.')) ? labels.slice(-1) : labels;
  return [section.heading, ...said].filter((word) => word !== '').join('\u00a0');
}

function labelsTo(provisions: readonly Provision[], target: string): readonly string[] {
  const own = provisions.find(
    ({ address }) => target === address || target.startsWith(`${address}.`),
  );
  return own === undefined ? [] : [own.label, ...labelsTo(own.provisions, target)];
}
