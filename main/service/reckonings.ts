import type { Call } from '../contract/api.ts';
import { done, failed, type Result } from '../contract/failure.ts';
import { sharedCall, staying } from '../contract/shared-call.ts';
import { CalledOff } from '../library/index.ts';

interface Reckoning<T> {
  readonly askers: Call[];
  /** Of them all. */
  readonly call: Call;
  readonly value: Promise<T>;
  isDone: boolean;
}

/** `key` is what a value is known by; null where the value may be another each time. */
export type Reckonings<T> = (
  key: string | null,
  call: Call | undefined,
  reckon: (call: Call) => Promise<T>,
) => Promise<Result<T>>;

/**
 * What takes long is reckoned once for all who ask for it meanwhile, and given up once they all have left; the `most` that
 * were asked for last are kept. What went wrong is tried again by whoever asks next.
 *
 * Errors: `called-off`, where nobody waits for the answer any more.
 */
export function createReckonings<T>(most: number): Reckonings<T> {
  // The one that was asked for longest ago is the first.
  const kept = new Map<string, Reckoning<T>>();

  const keep = (key: string, reckoning: Reckoning<T>): void => {
    kept.delete(key);
    kept.set(key, reckoning);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
  };
  const joined = (key: string | null, call: Call): Reckoning<T> | null => {
    const known = key === null ? undefined : kept.get(key);
    // What all others have left is about to be given up.
    if (known === undefined || (!known.isDone && known.call.aborted)) return null;
    if (!known.isDone) known.askers.push(call);
    return known;
  };

  return async (key, call = staying, reckon) => {
    const own = joined(key, call) ?? begin(call, reckon);
    if (key !== null) keep(key, own);
    try {
      return done(await own.value);
    } catch (error) {
      if (key !== null && kept.get(key) === own) kept.delete(key);
      if (error instanceof CalledOff) return failed('called-off', 'Nobody waits for it any more.');
      throw error;
    }
  };
}

function begin<T>(first: Call, reckon: (call: Call) => Promise<T>): Reckoning<T> {
  const askers = [first];
  const call = sharedCall(askers);
  const reckoning: Reckoning<T> = {
    askers,
    call,
    isDone: false,
    value: reckon(call).then((value) => {
      reckoning.isDone = true;
      askers.length = 0;
      return value;
    }),
  };
  return reckoning;
}
