/**
 * Work in small steps. Whoever drives it may let others go first between two of them, or leave it unfinished; what it
 * comes to is there with the last one.
 */
export type Steps<T> = Generator<void, T>;

/** Takes every step at once. */
export function toTheEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
