import { useLayoutEffect, useRef } from 'preact/hooks';
import { tourLimits, type OwnStop } from '../../../main/contract/own-tours.ts';
import { Icon } from '../../parts/icon.tsx';
import {
  emptyStop,
  withCopyOf,
  withoutStop,
  withStop,
  withStopAt,
} from '../../state/tour-editor-change.ts';
import { words } from '../../words/index.ts';
import { titleId, type Setting, type StopDeeds } from './setting.ts';
import { StopEditor } from './stop-editor.tsx';
import { useDragging } from './use-dragging.ts';

interface StopsProps {
  readonly setting: Setting;
  /** The id of the stop that is open. */
  readonly open: string | null;
}

const listId = 'edit-stops';

const titleOf = ({ title }: OwnStop): string => title || words.editScreen.untitledStop;

export function Stops({ setting, open }: StopsProps) {
  const { editor, tour, say, openStop } = setting;
  const keepFocus = useKeptFocus();

  const deeds: StopDeeds = {
    moveTo(stop, to) {
      if (to < 0 || to >= tour.stops.length) return;
      keepFocus();
      editor.change((now) => withStopAt(now, stop.id, to));
      say(words.editScreen.moved(titleOf(stop), to + 1, tour.stops.length));
    },
    duplicate(stop) {
      editor.change((now) => withCopyOf(now, stop.id));
      say(words.editScreen.duplicated(titleOf(stop)));
      const { stops } = editor.tour.peek();
      openStop(stops[stops.findIndex(({ id }) => id === stop.id) + 1]?.id ?? null);
    },
    remove(stop) {
      const at = tour.stops.indexOf(stop);
      editor.change((now) => withoutStop(now, stop.id));
      say(words.editScreen.removed(titleOf(stop)));
      openStop(null);
      const next = editor.tour.peek().stops[at] ?? editor.tour.peek().stops.at(-1);
      // Once it is drawn.
      requestAnimationFrame(() =>
        document.getElementById(next === undefined ? 'add-stop' : titleId(next.id))?.focus(),
      );
    },
  };
  const dragging = useDragging(listId, (from, to) => {
    const stop = tour.stops[from];
    if (stop !== undefined) deeds.moveTo(stop, to);
  });

  function add(): void {
    const stop = emptyStop();
    editor.change((now) => withStop(now, stop));
    say(words.editScreen.added(editor.tour.peek().stops.length));
    openStop(stop.id);
  }
  return (
    <section aria-labelledby="edit-stops-name" class="edit-stops">
      <h2 id="edit-stops-name">{words.tour.stops}</h2>
      {tour.stops.length === 0 && <p class="no-stops">{words.editScreen.noStops}</p>}
      {tour.stops.length > 1 && <p class="hint">{words.editScreen.keys}</p>}
      <ol id={listId}>
        {tour.stops.map((stop, order) => (
          <StopEditor
            key={stop.id}
            stop={stop}
            order={order}
            isOpen={stop.id === open}
            setting={setting}
            deeds={deeds}
            dragging={dragging}
          />
        ))}
      </ol>
      {tour.stops.length < tourLimits.stops && (
        <button type="button" id="add-stop" class="add-stop" onClick={add}>
          <Icon name="plus" />
          {words.editScreen.addStop}
        </button>
      )}
    </section>
  );
}

/** A button that moves its own stop loses the focus as the browser moves it; it gets it back. */
function useKeptFocus(): () => void {
  const keptRef = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const element = keptRef.current;
    keptRef.current = null;
    if (element === null || !element.isConnected) return;
    element.focus({ preventScroll: true });
    element.closest('[data-stop]')?.scrollIntoView({ block: 'nearest' });
  });
  return () => {
    if (document.activeElement instanceof HTMLElement) keptRef.current = document.activeElement;
  };
}
