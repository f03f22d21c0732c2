import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Beside } from '../../parts/beside.tsx';
import { namesOfActors } from '../../parts/actor-names.ts';
import { inDutyOrder, matrixOf, narrowDuties } from '../../state/duties.ts';
import { allDuties, dutiesHref, type DutiesPlace } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { csvOfDuties, csvOfMatrix } from './as-csv.ts';
import { chosenIn } from './chosen.ts';
import { DutyTable } from './duty-table.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { Narrowing } from './narrowing.tsx';
import { Taking } from './taking.tsx';
import { Views } from './views.tsx';

type DutiesScreen = Screen & { readonly kind: 'duties' };

interface DutiesProps {
  readonly screen: DutiesScreen;
  /** Writes what was chosen on the screen into the address. */
  readonly rename: (href: string) => void;
}

/** Who must do what: every operative provision by actor and verb, as a table, or as a matrix of actors and editions. */
export function Duties({ screen, rename }: DutiesProps) {
  const { duties, editions, total } = screen.duties;
  const [place, choose] = useOwnPlace(screen, rename);
  const { language } = words;
  const names = useMemo(namesOfActors, [language]);
  const { order, isDown, view } = place;
  const left = useMemo(() => narrowDuties(duties, place, names.nameOf), [duties, place, names]);
  const rows = useMemo(
    () => inDutyOrder(left, { order, isDown }, names),
    [left, order, isDown, names],
  );
  const matrix = useMemo(() => matrixOf(left, editions, names), [left, editions, names]);
  const chosen = chosenIn(place, editions, names);
  const isNarrowed = rows.length < duties.length;
  return (
    <div class="page duties">
      <header class="duties-head">
        <h1 tabIndex={-1}>{words.dutiesScreen.name}</h1>
        <p class="lead">{words.dutiesScreen.lead}</p>
      </header>
      <div class="duties-tools">
        <Views view={view} onChoose={choose} />
        {rows.length > 0 && (
          <Taking
            key={dutiesHref(place)}
            makeText={() =>
              view === 'table' ? csvOfDuties(rows, editions, names) : csvOfMatrix(matrix, names)
            }
          />
        )}
      </div>
      <search aria-label={words.dutiesScreen.narrow}>
        <Beside name={words.libraryScreen.narrowed(chosen.length)}>
          <Narrowing screen={screen} place={place} names={names} onChoose={choose} />
        </Beside>
      </search>
      {chosen.length > 0 && <p class="duties-chosen">{words.dutiesScreen.narrowedTo(chosen)}</p>}
      <p class="duties-count">
        <output>{words.dutiesScreen.count(rows.length, duties.length)}</output>
        {isNarrowed && (
          <button type="button" onClick={() => choose({ ...allDuties, order, isDown, view })}>
            {words.dutiesScreen.showAll}
          </button>
        )}
      </p>
      {duties.length < total && (
        <p class="notice">{words.dutiesScreen.bounded(duties.length, total)}</p>
      )}
      {rows.length === 0 ? (
        <p class="no-duty">
          {duties.length === 0 ? words.dutiesScreen.empty : words.dutiesScreen.nothing}
        </p>
      ) : view === 'table' ? (
        <DutyTable rows={rows} editions={editions} place={place} names={names} onChoose={choose} />
      ) : (
        <MatrixTable matrix={matrix} place={place} names={names} />
      )}
    </div>
  );
}

/** Follows what a person chooses at once; a new visit starts from what its address says. */
function useOwnPlace(screen: DutiesScreen, rename: (href: string) => void) {
  const [own, setOwn] = useState({ screen, place: screen.place });
  const place = own.screen === screen ? own.place : screen.place;
  const choose = useCallback(
    (chosen: Partial<DutiesPlace>): void =>
      setOwn((before) => ({
        screen,
        place: { ...(before.screen === screen ? before.place : screen.place), ...chosen },
      })),
    [screen],
  );
  useLayoutEffect(() => {
    if (place === screen.place) return;
    const isAsked = place.work !== screen.place.work || place.actor !== screen.place.actor;
    // Of a library that asks too much to be told at once, the rest is asked for.
    if (isAsked && !screen.isWhole) window.location.hash = dutiesHref(place);
    else rename(dutiesHref(place));
  }, [place, screen, rename]);
  return [place, choose] as const;
}
