/**
 * Milliseconds of a clock that only goes forward. `performance.now()` tells the same, but Node takes a millisecond to have
 * it ready.
 */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
