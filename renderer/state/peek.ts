import { signal, type ReadonlySignal } from '@preact/signals';

/** What opens beside a place of the page while the pointer or the focus is there. `id` names that place. */
export interface Peekable {
  readonly id: string;
}

/** At most one of them is open. It waits for nobody who only passes, stays while it is used, and goes at Escape. */
export interface Peeks<Thing extends Peekable> {
  readonly open: ReadonlySignal<Thing | null>;
  /** The pointer came upon its place: opens after a moment, unless it only passes. */
  hover(thing: Thing): void;
  /** Opens at once. */
  show(thing: Thing): void;
  /** The pointer left the place or what is open: closes, unless it goes from the one to the other. */
  leave(): void;
  /** The pointer is on what is open. */
  stay(): void;
  close(): void;
}

/** How long the pointer rests on a place before something opens, in milliseconds. */
const openAfter = 300;

/** How long the pointer may take from the place to what is open, in milliseconds. */
const closeAfter = 250;

export function createPeeks<Thing extends Peekable>(): Peeks<Thing> {
  const open = signal<Thing | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What is meant last is what happens. */
  function later(act: () => void, after: number): void {
    clearTimeout(timer);
    timer = setTimeout(act, after);
  }

  function show(thing: Thing | null): void {
    clearTimeout(timer);
    open.value = thing;
  }

  return {
    open,
    hover(thing) {
      if (open.value?.id === thing.id) clearTimeout(timer);
      else later(() => show(thing), openAfter);
    },
    show,
    leave: () => later(() => show(null), closeAfter),
    stay: () => clearTimeout(timer),
    close: () => show(null),
  };
}
