import type { WhenIdle } from '../../state/reader-unrolling.ts';

/** A moment after which other work is let in, in milliseconds. */
const moment = 16;

/** When the browser has nothing else to do; where it cannot say so, after a moment. */
export const whenIdle: WhenIdle = (act) => {
  if (typeof requestIdleCallback === 'function') {
    const call = requestIdleCallback(act, { timeout: 500 });
    return () => cancelIdleCallback(call);
  }
  const timer = setTimeout(act, moment);
  return () => clearTimeout(timer);
};
