import { useMemo, useRef, useState } from 'preact/hooks';
import { inLanguage } from '../../parts/direction.ts';
import { placeId } from '../../parts/place.ts';
import { hrefOf, hrefWithin } from '../../state/places/index.ts';
import { createJumps, type JumpPlace } from '../../state/reader-jump.ts';
import { words } from '../../words/index.ts';
import { nameOfPlace, type Place } from './plan.ts';
import type { Setting } from './setting.ts';
import { useKey } from './use-key.ts';

const listId = 'go-to-places';
const fieldId = 'go-to';
const optionId = (at: number): string => `${listId}-${at}`;
const mostSuggested = 7;

/** A field that leads to what is typed in it: "resolves 2", "instructs sg13 3", an address. */
export function GoTo({ setting }: { readonly setting: Setting }) {
  const { edition, plan } = setting;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [unknown, setUnknown] = useState('');
  // Only once somebody types: a long text has thousands of places.
  const [isAsked, setAsked] = useState(false);
  const jumps = useMemo(
    () => createJumps(edition.address, isAsked ? [...plan.places.values()].map(jumpPlaceOf) : []),
    [edition, plan, isAsked],
  );
  useKey('g', () => {
    const fold = field.current?.closest('details');
    if (fold !== null && fold !== undefined) fold.open = true;
    field.current?.focus();
    field.current?.select();
  });
  const found = useMemo(
    () => (isOpen ? jumps.suggest(typed, mostSuggested) : []),
    [jumps, typed, isOpen],
  );

  function goTo(href: string, target: string | null): void {
    setOpen(false);
    setUnknown('');
    // A place that is open already is only shown again.
    if (window.location.hash === href && target !== null) {
      const place = document.getElementById(placeId(target));
      place?.scrollIntoView({ block: 'start' });
      place?.focus({ preventScroll: true });
    } else window.location.assign(href);
  }
  const goToPlace = ({ address }: JumpPlace): void =>
    goTo(hrefWithin(edition.address, address), address);

  function submit(): void {
    const chosen = found[active];
    if (chosen !== undefined) return goToPlace(chosen);
    if (typed.trim() === '') return;
    const meant = jumps.read(typed);
    if (meant === null) {
      setUnknown(typed);
      setOpen(false);
    } else if (meant.kind === 'here') goToPlace(meant.place);
    else goTo(hrefOf(meant.address), null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      // One place beside the list is the field itself.
      const places = found.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
  }

  return (
    <form
      class="go-to"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onFocusOut={(event) => {
        if (
          !(
            event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
          )
        )
          setOpen(false);
      }}
    >
      <label for={fieldId}>{words.reader.goTo}</label>
      <input
        ref={field}
        id={fieldId}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={
          active >= 0 && found[active] !== undefined ? optionId(active) : undefined
        }
        aria-keyshortcuts="g"
        aria-invalid={unknown !== '' || undefined}
        aria-describedby={unknown === '' ? undefined : 'go-to-unknown'}
        placeholder={words.reader.goToExample}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAsked(true);
          setOpen(true);
          setActive(-1);
          setUnknown('');
        }}
        onKeyDown={onKeyDown}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be the list of a combobox */}
      <div id={listId} role="listbox" aria-label={words.reader.goTo} hidden={found.length === 0}>
        {found.map((place, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and handles the keys
          <div
            key={place.address}
            id={optionId(at)}
            tabIndex={-1}
            role="option" // oxlint-disable-line jsx-a11y/prefer-tag-over-role -- as above
            aria-selected={at === active}
            {...inLanguage(edition.language)}
            // Keeps the focus in the field while a pointer chooses.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => goToPlace(place)}
          >
            {place.name}
          </div>
        ))}
      </div>
      <output class="unknown" id="go-to-unknown">
        {unknown !== '' && words.reader.goToUnknown(unknown)}
      </output>
    </form>
  );
}

interface NamedPlace extends JumpPlace {
  readonly name: string;
}

function jumpPlaceOf(place: Place): NamedPlace {
  const { part, short } = place.section;
  const [section = '', ...path] = place.address.split('.');
  return {
    address: place.address,
    section: `${short.opening} ${short.rest} ${part.heading} ${section}`,
    path: path.join('.'),
    name: nameOfPlace(place) || path.join(' '),
  };
}
