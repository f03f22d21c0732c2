import { signal, type ReadonlySignal } from '@preact/signals';
import { keep, kept } from './kept.ts';

/** Whether a person is here for the first time on this machine. */
export interface Greeting {
  /** Whether it is still to be said: it goes at once when it was put away. */
  readonly isDue: ReadonlySignal<boolean>;
  putAway(): void;
  /** Says it again. */
  bringBack(): void;
}

const name = 'welcomed';

export function createGreeting(view: Window): Greeting {
  // Whoever has read something here knows the way, whether or not they were ever welcomed.
  const isDue = signal(kept(view, name) === null && kept(view, 'recent') === null);
  return {
    isDue,
    putAway() {
      isDue.value = false;
      keep(view, name, 'yes');
    },
    bringBack() {
      isDue.value = true;
      keep(view, name, null);
    },
  };
}
