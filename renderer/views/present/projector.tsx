import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { inLanguage } from '../../parts/direction.ts';
import { hrefOf } from '../../state/places/index.ts';
import type { Presentation } from '../../state/presentation.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { Stage } from '../stage/stage.tsx';
import { announced } from './announced.ts';
import { toggleFullScreen, useIsFullScreen } from './full-screen.ts';
import { projectorName } from './projector-window.ts';
import { useAddress } from './use-address.ts';
import { usePresentationKeys } from './use-keys.ts';

interface ProjectorProps {
  readonly screen: Screen & { readonly kind: 'present' | 'stage' };
  readonly presentation: Presentation;
  readonly rename: (href: string) => void;
}

/** How often a screen asks whether its presenter is still there, in milliseconds. */
const askEvery = 5000;
/** How long the tools stay in sight after the pointer has moved, in milliseconds. */
const restAfter = 2500;

/** What the room sees, over the whole window. It follows the presenter's window; without one it is led by its own keys. */
export function Projector({ screen: { opening }, presentation, rename }: ProjectorProps) {
  // Before it is drawn for the first time, and once for each visit.
  const first = useMemo(() => presentation.open('screen', opening), [presentation, opening]);
  const shown = presentation.shown.value ?? first;
  const point = presentation.point.value;
  const isBlack = presentation.isBlack.value;
  const presenter = presentation.presenter.value;
  const typed = usePresentationKeys(presentation);
  const isAtRest = useIsAtRest();
  useAddress('stage', presentation.place.value, rename);
  useAsking(presentation);
  useEffect(() => {
    if (presenter === 'ended' && window.name === projectorName) window.close();
  }, [presenter]);
  return (
    <div class={isAtRest ? 'projector is-at-rest' : 'projector'}>
      <h1 class="for-ears" tabIndex={-1} {...inLanguage(shown.tour.record.language)}>
        {shown.tour.record.title || words.ownTours.untitled}
      </h1>
      <div class="projector-stage" aria-hidden={isBlack}>
        <Stage
          shown={shown}
          size="projector"
          highlight={presentation.highlight.value}
          onSelect={presentation.mark}
        />
      </div>
      {point !== null && <PointView x={point.x} y={point.y} />}
      <div class="projector-black" hidden={!isBlack} />
      <Tools presentation={presentation} tour={shown.tour.record.address} />
      <p class="projector-notice">
        {typed !== '' && words.presentScreen.jump(typed)}
        {typed === '' && presenter === 'gone' && words.presentScreen.gone}
        {typed === '' && presenter === 'ended' && words.presentScreen.ended}
      </p>
      <output class="for-ears">{isBlack ? words.presentScreen.isBlack : announced(shown)}</output>
    </div>
  );
}

/** Asks what is shown, at once and again and again: a presenter who answers no more has gone. */
function useAsking(presentation: Presentation): void {
  useEffect(() => {
    const ask = (): void =>
      presentation.ask({ width: window.innerWidth, height: window.innerHeight });
    ask();
    const timer = setInterval(ask, askEvery);
    window.addEventListener('resize', ask);
    window.addEventListener('pagehide', presentation.leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', ask);
      window.removeEventListener('pagehide', presentation.leave);
      presentation.leave();
    };
  }, [presentation]);
}

/** Whether the pointer has not moved for a while: then nothing but the stage is seen. */
function useIsAtRest(): boolean {
  const [isAtRest, setRest] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = (): void => {
      setRest(false);
      clearTimeout(timer);
      timer = setTimeout(() => setRest(true), restAfter);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerdown', onMove);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerdown', onMove);
    };
  }, []);
  return isAtRest;
}

/** What the presenter points at. Shares of the stage are counted from the left, in every language. */
function PointView({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <div
      class="projector-point"
      aria-hidden="true"
      ref={(dot) => {
        dot?.style.setProperty('--x', String(x));
        dot?.style.setProperty('--y', String(y));
      }}
    />
  );
}

interface ToolsProps {
  readonly presentation: Presentation;
  readonly tour: string;
}

function Tools({ presentation, tour }: ToolsProps) {
  const isFull = useIsFullScreen();
  const { presentScreen } = words;
  const tools = [
    { icon: 'previous', name: presentScreen.back, do: () => presentation.act('back') },
    { icon: 'next', name: presentScreen.forward, do: () => presentation.act('next') },
    { icon: 'black', name: presentScreen.black, do: () => presentation.act('black') },
    {
      icon: isFull ? 'small' : 'whole',
      name: isFull ? presentScreen.notFull : presentScreen.full,
      do: toggleFullScreen,
    },
  ] as const;
  return (
    <section class="projector-tools" aria-label={presentScreen.tools}>
      {tools.map(({ icon, name, do: run }) => (
        <button key={icon} type="button" class="plain" aria-label={name} title={name} onClick={run}>
          <Icon name={icon} />
        </button>
      ))}
      <a
        class="as-button plain"
        href={hrefOf(tour as Parameters<typeof hrefOf>[0])}
        aria-label={presentScreen.toTour}
        title={presentScreen.toTour}
      >
        <Icon name="close" />
      </a>
    </section>
  );
}
