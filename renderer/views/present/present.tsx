import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { inLanguage } from '../../parts/direction.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { createNames } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { hrefOf, stageHref } from '../../state/places/index.ts';
import type { Presentation } from '../../state/presentation.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { RoomInbox } from '../room/inbox.tsx';
import { Stage } from '../stage/stage.tsx';
import { announced } from './announced.ts';
import { Clock } from './clock.tsx';
import { toggleFullScreen, useIsFullScreen } from './full-screen.ts';
import { Pointing } from './pointing.tsx';
import { openProjector } from './projector-window.ts';
import { Stops } from './stops.tsx';
import { useAddress } from './use-address.ts';
import { useIsScrolled } from './use-is-scrolled.ts';
import { usePresentationKeys } from './use-keys.ts';

interface PresentProps {
  readonly screen: Screen & { readonly kind: 'present' | 'stage' };
  readonly presentation: Presentation;
  readonly rename: (href: string) => void;
}

/** The presenter's screen: notes to read while standing, what the room sees and what comes next, the time, and every stop. */
export function Present({ screen: { opening }, presentation, rename }: PresentProps) {
  // Before it is drawn for the first time, and once for each visit.
  const first = useMemo(() => presentation.open('presenter', opening), [presentation, opening]);
  const shown = presentation.shown.value ?? first;
  const { tour, stop, stops, title } = shown;
  const { record } = tour;
  const asked = record.stops[stop - 1];
  const isBlack = presentation.isBlack.value;
  const highlight = presentation.highlight.value;
  const typed = usePresentationKeys(presentation);
  const nameOf = useMemo(() => createNames(tour.links), [tour]);
  const own = inLanguage(record.language);
  useAddress('present', presentation.place.value, rename);
  useLeaving(presentation);
  const notes = useRef<HTMLElement>(null);
  const areLong = useIsScrolled(notes, shown);
  const { presentScreen } = words;
  return (
    <div class="present">
      <header class="present-head">
        <h1 tabIndex={-1} {...own}>
          {record.title || words.ownTours.untitled}
        </h1>
        <Tools presentation={presentation} tour={record.address} />
      </header>
      <div class="present-left">
        <section aria-labelledby="present-now" class="present-now">
          <h2 id="present-now">
            {presentScreen.now}
            {isBlack && <strong class="present-black">{presentScreen.isBlack}</strong>}
          </h2>
          <Framed presentation={presentation} class={isBlack ? 'is-black' : ''}>
            <Pointing onPoint={presentation.pointAt}>
              <Stage
                shown={shown}
                size="presenter"
                highlight={highlight}
                onSelect={presentation.mark}
              />
            </Pointing>
          </Framed>
          <Steps presentation={presentation} typed={typed} />
        </section>
        <div class="present-below">
          <Next presentation={presentation} />
          <Stops tour={tour} here={stop} onGo={presentation.jump} />
        </div>
      </div>
      <div class="present-right">
        <Clock presentation={presentation} />
        <section
          ref={notes}
          class="present-notes"
          aria-labelledby="present-notes"
          // Scrolled by its keys once it has the focus.
          {...(areLong && { tabIndex: 0 })}
        >
          <p class="kicker">{words.stage.stopOf(stop, stops)}</p>
          <h2 id="present-notes" {...own}>
            {title.trim() === '' ? words.tour.stop(stop) : title}
          </h2>
          {asked !== undefined && (
            <>
              <ProseText prose={asked.notes} nameOf={nameOf} language={record.language} />
              {asked.question !== '' && (
                <div class="present-question">
                  <h3>{words.tour.ask}</h3>
                  <p {...own}>{asked.question}</p>
                  {asked.answers.length > 0 && (
                    <ul {...own}>
                      {asked.answers.map((answer) => (
                        <li key={answer}>{answer}</li>
                      ))}
                    </ul>
                  )}
                </div>
              )}
            </>
          )}
        </section>
        <div class="present-inbox">
          <RoomInbox tours={[]} />
        </div>
      </div>
      <output class="for-ears">{isBlack ? presentScreen.isBlack : announced(shown)}</output>
    </div>
  );
}

/** Keeps the place when the window is closed or loaded anew, and tells the other windows. */
function useLeaving(presentation: Presentation): void {
  useEffect(() => {
    window.addEventListener('pagehide', presentation.leave);
    return () => window.removeEventListener('pagehide', presentation.leave);
  }, [presentation]);
}

interface FramedProps {
  readonly presentation: Presentation;
  readonly class: string;
  readonly children: preact.ComponentChildren;
}

/** A small stage in the shape of the projector's window. */
function Framed({ presentation, class: name, children }: FramedProps) {
  const shape = presentation.projector.value ?? { width: 1024, height: 768 };
  return (
    <div
      class={`present-frame ${name}`}
      ref={(frame) => frame?.style.setProperty('--shape', `${shape.width} / ${shape.height}`)}
    >
      {children}
    </div>
  );
}

function Next({ presentation }: { readonly presentation: Presentation }) {
  const next = presentation.next.value;
  const shown = presentation.shown.value;
  // Else it is being loaded, for a moment.
  const isEnd = next === null && shown?.stop === shown?.stops;
  return (
    <section aria-labelledby="present-next" class="present-next">
      <h2 id="present-next">{words.presentScreen.next}</h2>
      {isEnd ? (
        <p class="quiet">{words.presentScreen.nothingNext}</p>
      ) : (
        <Framed presentation={presentation} class="">
          {next !== null && <Stage shown={next} size="presenter" highlight={null} />}
        </Framed>
      )}
    </section>
  );
}

interface StepsProps {
  readonly presentation: Presentation;
  readonly typed: string;
}

/** What is done most: on, back, black, and what is marked. */
function Steps({ presentation, typed }: StepsProps) {
  const { presentScreen } = words;
  const { act, isBlack, highlight } = presentation;
  const forward = useRef<HTMLButtonElement>(null);
  return (
    <div class="present-steps">
      <button type="button" onClick={() => act('back')}>
        <Icon name="previous" /> {presentScreen.back}
      </button>
      <button ref={forward} type="button" class="is-main" onClick={() => act('next')}>
        {presentScreen.forward} <Icon name="next" />
      </button>
      <button
        type="button"
        aria-label={presentScreen.black}
        aria-pressed={isBlack.value}
        onClick={() => act('black')}
      >
        <Icon name="black" /> <span class="present-spare">{presentScreen.black}</span>
      </button>
      {highlight.value !== null && (
        <button
          type="button"
          onClick={() => {
            // The button goes with the mark; the focus stays beside it.
            forward.current?.focus();
            act('clear');
          }}
        >
          <Icon name="close" /> {presentScreen.clear}
        </button>
      )}
      <output class="present-typed">{typed !== '' && presentScreen.jump(typed)}</output>
    </div>
  );
}

interface ToolsProps {
  readonly presentation: Presentation;
  readonly tour: Parameters<typeof hrefOf>[0];
}

/** What is done once: the windows, and the end. */
function Tools({ presentation, tour }: ToolsProps) {
  const [isBlocked, setBlocked] = useState(false);
  const isFull = useIsFullScreen();
  const toTour = useRef<HTMLAnchorElement>(null);
  const { presentScreen } = words;
  const fullScreen = isFull ? presentScreen.notFull : presentScreen.full;
  const place = presentation.place.value;
  return (
    <section class="present-tools" aria-label={presentScreen.tools}>
      {place !== null && (
        <Tool
          icon="projector"
          name={presentScreen.projector}
          onClick={() => setBlocked(!openProjector(place))}
        />
      )}
      {place !== null && (
        <a class="as-button" href={stageHref(place)}>
          <Icon name="run" /> {presentScreen.here}
        </a>
      )}
      <a class="as-button" ref={toTour} href={hrefOf(tour)}>
        {presentScreen.toTour}
      </a>
      <Tool
        icon="stop"
        name={presentScreen.end}
        onClick={() => {
          presentation.end();
          toTour.current?.click();
        }}
      />
      <button
        type="button"
        class="plain"
        aria-label={fullScreen}
        title={fullScreen}
        onClick={toggleFullScreen}
      >
        <Icon name={isFull ? 'small' : 'whole'} />
      </button>
      {isBlocked && <p role="alert">{presentScreen.blocked}</p>}
    </section>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly name: string;
  readonly onClick: () => void;
}

const Tool = ({ icon, name, onClick }: ToolProps) => (
  <button type="button" onClick={onClick}>
    <Icon name={icon} /> {name}
  </button>
);
