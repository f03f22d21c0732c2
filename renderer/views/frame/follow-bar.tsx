import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Following } from '../../state/following.ts';
import { followHref } from '../../state/places/index.ts';
import type { Trainer } from '../../state/trainer.ts';
import { words } from '../../words/index.ts';

interface FollowBarProps {
  readonly following: Following;
  readonly trainer: Trainer;
}

/**
 * For whoever reads elsewhere while something is presented: where the presenter is, and the way there. It lies over the foot of
 * the window, so that nothing that is read moves.
 */
export function FollowBar({ following, trainer }: FollowBarProps) {
  const isGuest = trainer.isGuest.value;
  const isAway = isGuest && !following.isFollowing.value;
  const isPresented = following.stage.value !== null;
  const isSeen = isAway && (isPresented || following.hasEnded.value);
  return (
    <>
      {isSeen && (
        <aside class="follow-bar" aria-label={words.followScreen.name}>
          {isPresented ? <Presented following={following} /> : <Ended following={following} />}
        </aside>
      )}
      {/* The screen that follows says these things itself. */}
      <output class="for-ears">{isSeen ? announced(following) : ''}</output>
    </>
  );
}

function Presented({ following }: { readonly following: Following }) {
  const { followScreen } = words;
  const line = following.line.value;
  if (line === 'shut') {
    return (
      <>
        <p class="follow-bar-place">{followScreen.shut}</p>
        <a class="follow-bar-way" href="enter">
          {followScreen.enter}
          <Icon name="arrow" />
        </a>
      </>
    );
  }
  return (
    <>
      <p class="follow-bar-place">
        {line === 'lost' ? followScreen.lost : <PlaceOf following={following} />}
        {line === 'back' && <span class="quiet"> {followScreen.isBack}</span>}
      </p>
      <a class="follow-bar-way" href={followHref}>
        {following.hasFollowed.value ? followScreen.back : followScreen.follow}
        <Icon name="arrow" />
      </a>
    </>
  );
}

/** "The presenter is at stop 3: …", the stop's title as it is written. */
function PlaceOf({ following }: { readonly following: Following }) {
  const stop = following.stage.value?.stop ?? 1;
  const record = following.tour.value?.record;
  return (
    <>
      {words.followScreen.atStop(stop)}
      {record !== undefined && (
        <>
          {' '}
          <strong {...inLanguage(record.language)}>{record.stops[stop - 1]?.title}</strong>
        </>
      )}
    </>
  );
}

function Ended({ following }: { readonly following: Following }) {
  const { followScreen, takeHome, display } = words;
  return (
    <>
      <p class="follow-bar-place">{followScreen.ended}</p>
      <a class="follow-bar-way" href={followHref}>
        {takeHome.name}
        <Icon name="arrow" />
      </a>
      <button
        type="button"
        class="plain"
        aria-label={display.close}
        onClick={() => following.putAside()}
      >
        <Icon name="close" />
      </button>
    </>
  );
}

/** Not each stop: whoever reads elsewhere wants to read. */
function announced({ stage, line }: Following): string {
  const { followScreen } = words;
  if (stage.value === null) return followScreen.ended;
  if (line.value === 'shut') return followScreen.shut;
  if (line.value === 'lost') return followScreen.lost;
  return line.value === 'back' ? followScreen.isBack : followScreen.begun;
}
