import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { linesOf } from '../../state/compare-lines.ts';
import { compareHref, type ComparePlace } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { Bar } from './bar.tsx';
import { Choose, Pairs } from './choose.tsx';
import { Lines } from './lines.tsx';
import { Summary } from './summary.tsx';
import { Tools } from './tools.tsx';
import { useChanges } from './use-changes.ts';
import { useView } from './use-view.ts';

type CompareScreen = Screen & { readonly kind: 'compare' };
export type Compared = NonNullable<CompareScreen['compared']>;

interface CompareProps {
  readonly screen: CompareScreen;
  /** Writes what was chosen on the screen into the address. */
  readonly rename: (href: string) => void;
}

/** Two texts, provision by provision; or the choice of them. */
export function Compare({ screen, rename }: CompareProps) {
  const { compared, editions, place } = screen;
  if (compared === null) {
    return (
      <div class="page narrow compare-choice">
        <h1 tabIndex={-1}>{words.compareScreen.choose}</h1>
        <p class="lead">{words.compareScreen.chooseLead}</p>
        <Choose editions={editions} from={place.from} to={place.to} />
        <Pairs editions={editions} />
      </div>
    );
  }
  return (
    <Comparison
      key={`${place.from} ${place.to}`}
      screen={screen}
      compared={compared}
      rename={rename}
    />
  );
}

function Comparison({ screen, compared, rename }: CompareProps & { readonly compared: Compared }) {
  const { from, to, sections } = compared;
  const [place, choose] = useOwnPlace(screen, rename);
  const view = useView(place.view);
  const { onlyChanges, onlyOperative, actor } = place;
  const lines = useMemo(
    () => linesOf(sections, { onlyChanges, onlyOperative, actor }),
    [sections, onlyChanges, onlyOperative, actor],
  );
  const changes = useChanges(lines, place.at, choose);
  // Neither is drawn anew while a person goes from change to change.
  const { goTo } = changes;
  const drawn = useMemo(
    () => <Lines lines={lines} at={place.at} from={from} to={to} onGo={goTo} />,
    [lines, place.at, from, to, goTo],
  );
  const head = useMemo(
    () => <Summary compared={compared} editions={screen.editions} onGo={goTo} />,
    [compared, screen.editions, goTo],
  );
  return (
    <div class={`compare is-${view}`}>
      {head}
      <Tools compared={compared} place={place} view={view} onChoose={choose} lines={lines} />
      <Bar from={from.summary} to={to.summary} changes={changes} />
      {lines.length === 0 ? (
        <p class="no-line">
          {words.compareScreen.nothing}{' '}
          <button
            type="button"
            onClick={() => choose({ onlyChanges: false, onlyOperative: false, actor: null })}
          >
            {words.compareScreen.showAll}
          </button>
        </p>
      ) : (
        drawn
      )}
    </div>
  );
}

/** Follows what a person chooses at once; a new visit starts from what its address says. */
function useOwnPlace(screen: CompareScreen, rename: (href: string) => void) {
  const [own, setOwn] = useState({ screen, place: screen.place });
  const place = own.screen === screen ? own.place : screen.place;
  const choose = useCallback(
    (chosen: Partial<ComparePlace>): void =>
      setOwn((before) => ({
        screen,
        place: { ...(before.screen === screen ? before.place : screen.place), ...chosen },
      })),
    [screen],
  );
  useLayoutEffect(() => {
    if (place !== screen.place) rename(compareHref(place));
  }, [place, screen, rename]);
  return [place, choose] as const;
}
