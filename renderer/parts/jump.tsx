interface JumpProps {
  /** What the links are, for ears. */
  readonly name: string;
  readonly places: readonly Place[];
  /** Goes to a place by its id, where the element may not be in the page yet. */
  readonly onJump?: (id: string) => void;
}

/** An element of this page by its id. `short` is what is seen of a long name that holds it. */
interface Place {
  readonly id: string;
  readonly name: string;
  readonly short?: string | undefined;
}

/** Leads to places of the same page; the address stays, so that the way back does not go through them. */
export function Jump({ name, places, onJump = jumpTo }: JumpProps) {
  return (
    <nav class="jump" aria-label={name}>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              aria-label={place.short === undefined ? undefined : place.name}
              onClick={() => onJump(place.id)}
            >
              {place.short ?? place.name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function jumpTo(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}
