import { signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { StickFile } from '../../main/contract/machine.ts';

/** What is on the sticks that are plugged in, while somebody looks. */
export interface Sticks {
  /** Null while nobody looks. */
  readonly files: ReadonlySignal<readonly StickFile[] | null>;
  /** How many there were when something new was found last, which is to be said aloud; 0 until then. */
  readonly announced: ReadonlySignal<number>;
  /**
   * Asks for it at once, and again and again while the page is seen, until the answer is called.
   * @param known what is shown already
   */
  watch(known: readonly StickFile[]): () => void;
}

/** How often it is looked what is plugged in, in milliseconds. */
const every = 3000;

export function createSticks(api: Pick<Api, 'sticks'>): Sticks {
  const files = signal<readonly StickFile[] | null>(null);
  const announced = signal(0);
  let isWatched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    clearTimeout(timer);
    if (!document.hidden) {
      const reply = await api.sticks({});
      if (!isWatched) return;
      if (reply.ok) tell(reply.value.files);
    }
    clearTimeout(timer);
    timer = setTimeout(() => void look(), every);
  }

  function tell(now: readonly StickFile[]): void {
    const before = new Set(files.peek()?.map(({ path }) => path));
    const hasMore = now.some(({ path }) => !before.has(path));
    if (hasMore || now.length === 0) announced.value = now.length;
    // The same as before draws nothing anew.
    if (JSON.stringify(now) !== JSON.stringify(files.peek())) files.value = now;
  }

  return {
    files,
    announced,
    watch(known) {
      isWatched = true;
      files.value = known;
      void look();
      return () => {
        isWatched = false;
        clearTimeout(timer);
        announced.value = 0;
        files.value = null;
      };
    },
  };
}
