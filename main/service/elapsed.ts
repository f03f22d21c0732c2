import { now } from '../library/index.ts';

/** Milliseconds since `started` (of `now`), to a hundredth. */
export const elapsedSince = (started: number): number => Math.round((now() - started) * 100) / 100;
