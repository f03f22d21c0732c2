import { useState } from 'preact/hooks';

/** How each screen was left, which outlives what is drawn of it: another language draws all anew. */
const left = new WeakMap<object, unknown>();

/**
 * The place of a screen that a person narrows without a new visit: followed at once, written into the address. A new
 * visit starts from what its address says.
 */
export function useNarrowed<Place>(
  screen: { readonly place: Place },
  hrefOf: (place: Place) => string,
  rename: (href: string) => void,
): readonly [Place, (place: Place) => void] {
  const [own, setOwn] = useState(() => ({
    screen,
    place: (left.get(screen) as Place | undefined) ?? screen.place,
  }));
  const place = own.screen === screen ? own.place : screen.place;
  const setPlace = (next: Place): void => {
    left.set(screen, next);
    setOwn({ screen, place: next });
    rename(hrefOf(next));
  };
  return [place, setPlace];
}
