import type { Call } from '../contract/api.ts';
import type { LibraryReader } from '../library/index.ts';
import {
  createReading,
  readingMethods,
  type Reading,
  type ReadingMethod,
  type ReadingNeeds,
} from './reading.ts';

/** A set of libraries that is read, or was until now. */
interface Current {
  readonly library: LibraryReader;
  readonly reading: Reading;
  /** How many calls are being answered from it. */
  running: number;
}

/** The methods on the libraries that are read at the time of each call. */
export interface Readings {
  readonly api: Reading;
  library(): LibraryReader;
  /** As that of the library; another one after each `adopt`. */
  state(): string | null;
  /** Answers from now on from these libraries. Those before are closed once all that was asked of them is answered. */
  adopt(library: LibraryReader): void;
  close(): void;
}

/**
 * `look` is called before each call and may `adopt` other libraries: what is asked after a change is answered from what
 * there is then, and what is on its way from what there was.
 */
export function createReadings(
  library: LibraryReader,
  needs: Omit<ReadingNeeds, 'isClosed'>,
  look: () => void,
): Readings {
  let isClosed = false;
  let changes = 0;
  const isClosedNow = (): boolean => isClosed;
  const read = (opened: LibraryReader): Current => ({
    library: opened,
    reading: createReading(opened, { ...needs, isClosed: isClosedNow }),
    running: 0,
  });
  let current = read(library);
  /** Those that are not read any more, and not closed yet. */
  const leaving = new Set<Current>();
  const closeIfIdle = (one: Current): void => {
    if (one.running === 0 && leaving.delete(one)) one.library.close();
  };

  async function ask(method: ReadingMethod, request: never, call?: Call): Promise<unknown> {
    if (!isClosed) look();
    const one = current;
    one.running += 1;
    try {
      return await one.reading[method](request, call);
    } finally {
      one.running -= 1;
      closeIfIdle(one);
    }
  }

  return {
    api: Object.fromEntries(
      readingMethods.map((method) => [
        method,
        (request: never, call?: Call) => ask(method, request, call),
      ]),
    ) as unknown as Reading,
    library: () => current.library,
    state: () => {
      if (!isClosed) look();
      const state = current.library.state();
      return state === null ? null : `${changes} ${state}`;
    },
    adopt: (other) => {
      if (isClosed) {
        other.close();
        return;
      }
      const before = current;
      current = read(other);
      changes += 1;
      leaving.add(before);
      closeIfIdle(before);
    },
    close: () => {
      isClosed = true;
      for (const { library: opened } of [current, ...leaving]) opened.close();
      leaving.clear();
    },
  };
}
