import type { App } from 'electron';
import * as v from 'valibot';
import { readGiven, type Given } from './given.ts';
import { placeOfLink } from './link.ts';

/** What other programs and the command line give to Recital; it waits until the program has started. */
export interface Arrivals {
  /** From now on, and with what came before. */
  take(handle: (given: Given) => void): void;
}

/** A second start hands over its own words: Electron's list of them may have others in it, in another order. */
const secondStart = v.object({ args: v.array(v.string()), folder: v.string() });
export type SecondStart = v.InferOutput<typeof secondStart>;

type Named = Pick<App, 'on'>;

/**
 * Listens for links and files, by every way in which systems hand them over: on the command line, by a second start, and on
 * macOS by events, which may come before the program is ready.
 */
export function hearArrivals(app: Named, first: SecondStart): Arrivals {
  let handle: ((given: Given) => void) | null = null;
  let waiting: Given[] = [readGiven(first.args, first.folder)];
  const arrive = (given: Given): void => {
    if (handle === null) waiting.push(given);
    else handle(given);
  };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    const place = placeOfLink(link);
    arrive({ places: place === null ? [] : [place], files: [] });
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    arrive({ places: [], files: [file] });
  });
  app.on('second-instance', (_event, _args, _folder, data) => {
    const told = v.safeParse(secondStart, data);
    arrive(
      told.success ? readGiven(told.output.args, told.output.folder) : { places: [], files: [] },
    );
  });
  return {
    take: (next) => {
      handle = next;
      const before = waiting;
      waiting = [];
      before.forEach(next);
    },
  };
}
