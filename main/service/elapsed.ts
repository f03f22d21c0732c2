/** Milliseconds since `started` (of `performance.now()`), to a hundredth. */
export const elapsedSince = (started: number): number =>
  Math.round((performance.now() - started) * 100) / 100;
