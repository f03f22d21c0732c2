import { signal, type ReadonlySignal, type Signal } from '@preact/signals';

/**
 * Which blocks of a long text are drawn: those that are seen at first, then, whenever nothing else is to be done, all the
 * others, so that the browser's own search finds every word.
 */
export interface Unrolling {
  isDrawn(block: number): ReadonlySignal<boolean>;
  /** Draws a block and its neighbours. */
  drawAround(block: number): void;
  drawAll(): void;
  /** Draws the rest bit by bit; gives what stops it. */
  drawOn(whenIdle: WhenIdle): () => void;
}

/** Calls back once when nothing else is to be done. Gives what calls it off. */
export type WhenIdle = (act: () => void) => () => void;

export function createUnrolling(count: number, isLong: boolean): Unrolling {
  const drawn: readonly Signal<boolean>[] = Array.from({ length: count }, () => signal(!isLong));
  const draw = (block: number): void => {
    const one = drawn[block];
    if (one !== undefined) one.value = true;
  };
  const drawAround = (block: number): void => {
    for (const near of [block - 1, block, block + 1]) draw(near);
  };
  drawAround(0);

  return {
    isDrawn: (block) => drawn[block] ?? signal(true),
    drawAround,
    drawAll: () => {
      for (const one of drawn) one.value = true;
    },
    drawOn(whenIdle) {
      let stop: (() => void) | undefined;
      // One at a time: it is only drawn after this, and how long that takes is not known here.
      const go = (): void => {
        const next = drawn.findIndex((one) => !one.peek());
        if (next < 0) return;
        draw(next);
        stop = whenIdle(go);
      };
      stop = whenIdle(go);
      return () => stop?.();
    },
  };
}
