import { useLayoutEffect, useState } from 'preact/hooks';

/** A screen as a person narrowed it, and how of that its address says. */
interface Narrowed<Place> {
  readonly screen: object;
  readonly place: Place;
  readonly written: Place;
}

/** How each screen was left, which outlives what is drawn of it: another language draws all anew. */
const left = new WeakMap<object, Narrowed<unknown>>();

/**
 * The place of a screen that a person narrows without a new visit: followed at once, written into the address by `rename`,
 * which answers whether it was. A new visit starts from what its address says. Whoever types while the same place is on its
 * way once more, having gone on and back at once, keeps what was typed.
 */
export function useNarrowed<Place>(
  screen: { readonly place: Place },
  hrefOf: (place: Place) => string,
  rename: (href: string) => boolean,
): readonly [Place, (place: Place) => void] {
  const arrival = (place = screen.place): Narrowed<Place> => ({ screen, place, written: place });
  const [known, setKnown] = useState(
    () => (left.get(screen) as Narrowed<Place> | undefined) ?? arrival(),
  );
  let own = known;
  if (known.screen !== screen) {
    const isTyping =
      known.place !== known.written && hrefOf(known.written) === hrefOf(screen.place);
    own = arrival(isTyping ? known.place : screen.place);
    setKnown(own);
  }
  // What was typed on the way; and whoever came by an older address gets the one that it has now.
  useLayoutEffect(() => {
    rename(hrefOf(own.place));
    left.set(screen, own);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once an arrival; later changes are written as they are made
  }, [screen]);

  const setPlace = (place: Place): void => {
    const next = { screen, place, written: rename(hrefOf(place)) ? place : own.written };
    left.set(screen, next);
    setKnown(next);
  };
  return [own.place, setPlace];
}
