import { done, type Failure, type Result } from '../../contract/failure.ts';
import type { LibraryReader } from '../../library/index.ts';
import type { OpenSet, Source } from './source.ts';
import { readState, stampOfState, writeState, type PackState } from './state.ts';

/** The libraries that are read as one, and which they are. */
export interface Libraries {
  readonly source: Source;
  now(): OpenSet;
  state(): PackState;
  /** Opens what is to be read where another Recital changed that, and answers it; null: nothing has changed. */
  look(): LibraryReader | null;
  /**
   * Reads from now on what `state` chooses: first that is opened beside what is read, then the state is written, and then it
   * takes its place. Where that fails all is as it was. `isNeeded`: the pack that must be readable then.
   */
  change(state: PackState, isNeeded: string | null): Promise<Result<null>>;
  /** Reads no more from a file of a pack that was found damaged. */
  leaveOut(file: string, why: Failure): void;
  /** Opens the same anew, since a file of it was put back. */
  reopen(): Result<null>;
}

/**
 * Opens what is chosen. `adopt` is told of what takes its place by `change` and `reopen`.
 *
 * Errors: those of opening a library.
 */
export function openLibraries(
  source: Source,
  adopt: (library: LibraryReader) => void,
): Result<Libraries> {
  const { packs } = source.place;
  const stampNow = (): string => (packs === null ? '' : stampOfState(packs));
  const stateNow = (stamp: string): PackState =>
    packs === null || stamp === '' ? [] : readState(packs);

  let stamp = stampNow();
  let state = stateNow(stamp);
  const opened = source.open(state);
  if (!opened.ok) return opened;
  let current = opened.value;
  let isChanging = false;
  const damaged = new Map<string, Failure>();

  const take = (set: OpenSet): void => {
    current = set;
    adopt(set.library);
  };

  const reopen = (): Result<null> => {
    const set = source.open(state, damaged);
    if (!set.ok) return set;
    take(set.value);
    return done(null);
  };

  return done({
    source,
    now: () => current,
    state: () => state,
    look: () => {
      if (isChanging) return null;
      const found = stampNow();
      if (found === stamp) return null;
      stamp = found;
      const wanted = stateNow(found);
      const set = source.open(wanted, damaged);
      // Those that are read go on.
      if (!set.ok) return null;
      state = wanted;
      current = set.value;
      return current.library;
    },
    change: async (wanted, isNeeded) => {
      if (packs === null) throw new Error('There is no folder for packs.');
      const set = source.open(wanted, damaged);
      if (!set.ok) return set;
      const trouble: Failure | undefined =
        isNeeded === null ? undefined : set.value.troubles.get(isNeeded);
      if (trouble !== undefined) {
        set.value.library.close();
        return { ok: false, error: trouble };
      }
      isChanging = true;
      try {
        await writeState(packs, wanted);
        stamp = stampNow();
        state = wanted;
      } catch (error) {
        set.value.library.close();
        throw error;
      } finally {
        isChanging = false;
      }
      take(set.value);
      return done(null);
    },
    leaveOut: (file, why) => {
      damaged.set(file, why);
      // Where nothing else can be read, that is.
      reopen();
    },
    reopen,
  });
}
