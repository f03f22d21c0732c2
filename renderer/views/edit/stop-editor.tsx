import { useId } from 'preact/hooks';
import { tourLimits, type OwnStop } from '../../../main/contract/own-tours.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { placeId } from '../../parts/place.ts';
import { withStopChanged } from '../../state/tour-editor-change.ts';
import { words } from '../../words/index.ts';
import { Answers } from './answers.tsx';
import { titleId, type Setting, type StopDeeds } from './setting.ts';
import { ExhibitList } from './exhibit-list.tsx';
import type { Dragging } from './use-dragging.ts';
import { Written } from './written.tsx';

interface StopEditorProps {
  readonly stop: OwnStop;
  /** From 0. */
  readonly order: number;
  readonly isOpen: boolean;
  readonly setting: Setting;
  readonly deeds: StopDeeds;
  readonly dragging: Dragging;
}

/** A stop in the list: a line to know it by, or all of it to be written. */
export function StopEditor(props: StopEditorProps) {
  const { stop, order, isOpen, setting, deeds, dragging } = props;
  const { drag, start } = dragging;
  const { stops } = setting.tour;
  const isLast = order === stops.length - 1;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what has the focus in it is what hears the keys
    <li
      id={placeId(String(order + 1))}
      tabIndex={-1}
      data-stop={stop.id}
      class={[
        'edit-stop',
        isOpen && 'is-open',
        drag?.from === order && 'is-dragged',
        drag?.to === order && 'is-before-drop',
        drag?.to === stops.length && isLast && 'is-after-drop',
      ]
        .filter(Boolean)
        .join(' ')}
      onKeyDown={(event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.target instanceof HTMLSelectElement) return;
        const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        if (step === 0) return;
        event.preventDefault();
        deeds.moveTo(stop, order + step);
      }}
    >
      <span class="order" aria-hidden="true" onPointerDown={(event) => start(event, order)}>
        {words.number(order + 1)}
      </span>
      {isOpen ? <OpenStop {...props} /> : <Line {...props} />}
    </li>
  );
}

function Line({ stop, order, setting, deeds }: StopEditorProps) {
  const { title, minutes, show, question } = stop;
  const name = title || words.editScreen.untitledStop;
  const facts = [
    words.minutesShort(minutes),
    words.editScreen.shows(show.length),
    ...(question === '' ? [] : [words.editScreen.asks]),
  ];
  return (
    <div class="stop-line">
      <div>
        <h3>
          <button
            type="button"
            class="stop-name"
            id={titleId(stop.id)}
            aria-expanded={false}
            onClick={() => setting.openStop(stop.id)}
          >
            <span class="for-ears">{words.tour.stop(order + 1)}</span>{' '}
            <span {...inLanguage(title === '' ? words.language : setting.tour.language)}>
              {name}
            </span>
          </button>
        </h3>
        <p class="quiet">{facts.join(' · ')}</p>
      </div>
      <p class="stop-moves">
        <button
          type="button"
          class="plain"
          aria-label={words.ownTours.of(words.editScreen.up, name)}
          aria-disabled={order === 0}
          onClick={() => deeds.moveTo(stop, order - 1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="plain"
          aria-label={words.ownTours.of(words.editScreen.down, name)}
          aria-disabled={order === setting.tour.stops.length - 1}
          onClick={() => deeds.moveTo(stop, order + 1)}
        >
          <Icon name="down" />
        </button>
      </p>
    </div>
  );
}

function OpenStop({ stop, order, setting, deeds }: StopEditorProps) {
  const { editor, tour, openStop } = setting;
  const minutesId = useId();
  const change = (what: Partial<OwnStop>, field?: string) =>
    editor.change(
      (now) => withStopChanged(now, stop.id, what),
      field === undefined ? undefined : `${stop.id} ${field}`,
    );
  const leave = () => editor.seal();
  return (
    <div class="stop-open">
      <h3 class="for-ears">{words.tour.stop(order + 1)}</h3>
      <div class="stop-top">
        <Written
          id={titleId(stop.id)}
          class="stop-title"
          name={words.editScreen.stopTitle}
          value={stop.title}
          language={tour.language}
          maxLength={tourLimits.title}
          isOneLine
          onWrite={(title) => change({ title }, 'title')}
          onLeave={leave}
        />
        <p class="stop-minutes">
          <label class="quiet" for={minutesId}>
            {words.editScreen.minutes}
          </label>
          <input
            id={minutesId}
            type="number"
            min={0}
            max={tourLimits.minutes}
            step={1}
            value={stop.minutes}
            onInput={({ currentTarget }) => {
              const minutes = Math.trunc(currentTarget.valueAsNumber);
              if (minutes >= 0 && minutes <= tourLimits.minutes) change({ minutes }, 'minutes');
            }}
            onBlur={({ currentTarget }) => {
              currentTarget.value = String(stop.minutes);
              leave();
            }}
          />
        </p>
      </div>
      <ExhibitList stop={stop} setting={setting} />
      <Written
        class="stop-notes"
        name={words.editScreen.notes}
        value={stop.notes}
        language={tour.language}
        maxLength={tourLimits.text}
        isNamed
        hint={words.editScreen.notesHint}
        onWrite={(notes) => change({ notes }, 'notes')}
        onLeave={leave}
      />
      <Written
        class="stop-question"
        name={words.editScreen.question}
        value={stop.question}
        language={tour.language}
        maxLength={tourLimits.question}
        isNamed
        onWrite={(question) => change({ question }, 'question')}
        onLeave={leave}
      />
      <Answers
        answers={stop.answers}
        language={tour.language}
        onChange={(answers, field) => change({ answers }, field)}
        onLeave={leave}
      />
      <p class="stop-deeds">
        <button type="button" class="main-button" onClick={() => close(stop.id, openStop)}>
          {words.editScreen.done}
        </button>
        <button
          type="button"
          aria-disabled={order === 0}
          onClick={() => deeds.moveTo(stop, order - 1)}
        >
          <Icon name="up" />
          {words.editScreen.up}
        </button>
        <button
          type="button"
          aria-disabled={order === tour.stops.length - 1}
          onClick={() => deeds.moveTo(stop, order + 1)}
        >
          <Icon name="down" />
          {words.editScreen.down}
        </button>
        <button type="button" onClick={() => deeds.duplicate(stop)}>
          <Icon name="copy" />
          {words.editScreen.duplicate}
        </button>
        <button type="button" onClick={() => deeds.remove(stop)}>
          <Icon name="remove" />
          {words.editScreen.remove}
        </button>
      </p>
    </div>
  );
}

/** The focus goes to the line that the stop becomes. */
function close(id: string, openStop: Setting['openStop']): void {
  openStop(null);
  requestAnimationFrame(() => document.getElementById(titleId(id))?.focus());
}
