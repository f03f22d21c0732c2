import { onTheWay } from './on-the-way.ts';

/**
 * Where a person was in a text, by what they saw and not by how far it was scrolled: a long text has its true length only
 * where it was seen. `offset` is how far below the head of the window the provision stood, in CSS pixels.
 */
export interface KeptPlace {
  readonly scroll: number;
  readonly address: string;
  readonly offset: number;
}

export interface KeptPlaces {
  keep(hash: string, place: KeptPlace): void;
  /** Where a person was last. */
  last(hash: string): KeptPlace | null;
  /** Where a person was when a text was scrolled so far; null where that is not known. */
  at(hash: string, scroll: number): KeptPlace | null;
}

const storageName = 'recital.places';
const mostKept = 50;

/** Kept as long as the tab, as the history is. Storage may be refused: then a reload goes by the scroll alone. */
export function createKeptPlaces(view: Window): KeptPlaces {
  const places = read(view);
  const keepSoon = onTheWay(view, () => {
    try {
      view.sessionStorage.setItem(storageName, JSON.stringify([...places].slice(-mostKept)));
    } catch {
      // Nothing is lost but a few lines of scroll.
    }
  });
  return {
    keep(hash, place) {
      places.delete(hash);
      places.set(hash, place);
      keepSoon();
    },
    last: (hash) => places.get(hash) ?? null,
    at(hash, scroll) {
      const place = places.get(hash);
      // Browsers round a scroll.
      return place !== undefined && Math.abs(place.scroll - scroll) < 2 ? place : null;
    },
  };
}

function read(view: Window): Map<string, KeptPlace> {
  try {
    const kept = JSON.parse(view.sessionStorage.getItem(storageName) ?? '[]') as unknown;
    return new Map(kept as [string, KeptPlace][]);
  } catch {
    return new Map();
  }
}
