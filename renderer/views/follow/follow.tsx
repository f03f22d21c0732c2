import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { inLanguage } from '../../parts/direction.ts';
import { createNames } from '../../parts/names.ts';
import { hrefOf } from '../../state/places/index.ts';
import type { Following } from '../../state/following.ts';
import type { StageShown } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { useRoomTools } from '../frame/room-tools.ts';
import { TakeHome } from '../frame/take-home.tsx';
import { announced } from '../present/announced.ts';
import { Stage } from '../stage/stage.tsx';
import { Exhibits } from '../tour/exhibits.tsx';
import { Poll } from './poll.tsx';
import { Question } from './question.tsx';

/** What the presenter shows, on a participant's own screen, and what the participant may say to it. */
export function Follow() {
  const { following } = useRoomTools();
  const { putAside } = following;
  // Whoever was here has read that it is over.
  useEffect(() => putAside, [putAside]);
  const stage = following.stage.value;
  const shown = following.shown.value;
  return (
    <div class="page narrow follow">
      {stage === null ? (
        <Nothing following={following} />
      ) : shown === null ? (
        <Heading title={words.followScreen.name}>
          {following.isMissing.value && <p>{words.followScreen.missing}</p>}
        </Heading>
      ) : (
        <Shown following={following} shown={shown} />
      )}
      <Line following={following} />
      <output class="for-ears">{said(following)}</output>
    </div>
  );
}

/** Told without moving the focus: what is shown now, and that it is over. */
function said({ stage, shown, hasEnded }: Following): string {
  const { followScreen } = words;
  if (stage.value === null) return hasEnded.value ? followScreen.ended : '';
  if (stage.value.isBlack) return followScreen.paused;
  return shown.value === null ? '' : announced(shown.value);
}

interface HeadingProps {
  readonly title: string;
  readonly children?: ComponentChildren;
}

const Heading = ({ title, children }: HeadingProps) => (
  <>
    <h1 tabIndex={-1}>{title}</h1>
    {children}
  </>
);

interface ShownProps {
  readonly following: Following;
  readonly shown: StageShown;
}

function Shown({ following, shown }: ShownProps) {
  const { tour, stop, stops, slide } = shown;
  const { record } = tour;
  const stage = following.stage.value;
  const isBlack = stage?.isBlack === true;
  const asked = record.stops[stop - 1];
  const isPoll =
    slide.kind === 'question' &&
    slide.answers.length > 0 &&
    following.isInboxOpen.value &&
    !isBlack;
  // The title and the question stand around what a stop shows.
  const exhibit = asked?.show[slide.step - 1];
  return (
    <>
      <header class="follow-head">
        <h1 tabIndex={-1}>
          <a href={hrefOf(record.address)} {...inLanguage(record.language)}>
            {record.title || words.ownTours.untitled}
          </a>
        </h1>
        <p class="quiet">{words.stage.stopOf(stop, stops)}</p>
      </header>
      <div class={isPoll ? 'follow-stage is-poll' : 'follow-stage'}>
        {isBlack ? (
          <p class="follow-paused">{words.followScreen.paused}</p>
        ) : (
          <Stage shown={shown} size="phone" highlight={stage?.highlight ?? null} />
        )}
      </div>
      {isPoll && asked !== undefined && <Poll answers={asked.answers} language={record.language} />}
      {exhibit !== undefined && !isBlack && (
        <nav class="follow-read" aria-label={words.followScreen.read}>
          <p class="quiet">{words.followScreen.read}</p>
          <Exhibits exhibits={[exhibit]} nameOf={createNames(tour.links)} />
        </nav>
      )}
      <Question isOpen={following.isInboxOpen.value} />
      <TakeHome address={record.address} of="tour" isFolded />
    </>
  );
}

function Nothing({ following }: { readonly following: Following }) {
  const { followScreen } = words;
  const hasEnded = following.hasEnded.value;
  const last = following.lastTour.value;
  return (
    <Heading title={hasEnded ? followScreen.ended : followScreen.nothing}>
      <p>{hasEnded ? followScreen.endedLead : followScreen.nothingLead}</p>
      {last !== null && (
        <section aria-labelledby="follow-home">
          <h2 id="follow-home">{words.takeHome.name}</h2>
          <TakeHome address={last} of="tour" />
        </section>
      )}
    </Heading>
  );
}

/** Whether what is shown is new, discreetly, and aloud where it is not. */
function Line({ following }: { readonly following: Following }) {
  const line = following.line.value;
  return (
    <output class={line === 'holds' ? 'for-ears' : 'follow-line'}>
      {line === 'lost' && words.followScreen.lost}
      {line === 'back' && words.followScreen.isBack}
      {line === 'shut' && (
        <>
          {words.followScreen.shut} <a href="enter">{words.followScreen.enter}</a>
        </>
      )}
    </output>
  );
}
