import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import type { Presentation } from '../../state/presentation.ts';
import { words } from '../../words/index.ts';

/** Elapsed and remaining time against the plan, of this stop and of the whole tour. */
export function Clock({ presentation }: { readonly presentation: Presentation }) {
  useSeconds();
  const isPaused = presentation.isPaused.value;
  // Another stop is another reading.
  void presentation.place.value;
  const { elapsed, remaining, elapsedHere, remainingHere } = presentation.read();
  const { presentScreen } = words;
  return (
    <section class={isPaused ? 'present-clock is-paused' : 'present-clock'}>
      <h2 class="for-ears">{presentScreen.clock}</h2>
      <Reading name={presentScreen.thisStop} elapsed={elapsedHere} remaining={remainingHere} />
      <Reading name={presentScreen.inAll} elapsed={elapsed} remaining={remaining} />
      <div class="present-clock-tools">
        <button
          type="button"
          class="plain"
          aria-label={isPaused ? presentScreen.resume : presentScreen.pause}
          title={isPaused ? presentScreen.resume : presentScreen.pause}
          onClick={() => presentation.pause(!isPaused)}
        >
          <Icon name={isPaused ? 'run' : 'pause'} />
        </button>
        <button
          type="button"
          class="plain"
          aria-label={presentScreen.startAgain}
          title={presentScreen.startAgain}
          onClick={presentation.startAgain}
        >
          <Icon name="again" />
        </button>
      </div>
    </section>
  );
}

interface ReadingProps {
  readonly name: string;
  readonly elapsed: number;
  readonly remaining: number;
}

function Reading({ name, elapsed, remaining }: ReadingProps) {
  const { presentScreen } = words;
  const isOver = remaining < 0;
  return (
    <p class={isOver ? 'present-time is-over' : 'present-time'}>
      <span class="present-time-name">{name}</span>{' '}
      <span class="present-elapsed">{words.clock(elapsed)}</span>{' '}
      <span class="present-remaining">
        {isOver
          ? presentScreen.over(words.clock(-remaining))
          : presentScreen.left(words.clock(Math.ceil(remaining / 1000) * 1000))}
      </span>
      <progress
        max={Math.max(1, elapsed + Math.max(0, remaining))}
        value={elapsed}
        aria-hidden="true"
      />
    </p>
  );
}

/** Draws anew each second. */
function useSeconds(): void {
  const [, draw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => draw((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
}
