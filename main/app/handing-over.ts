import type { OfferedFile } from '../contract/machine.ts';
import type { Given } from './given.ts';
import type { Handed } from './handed.ts';

interface HandingNeeds {
  /** Takes them in; answers those that are there. */
  handOver(paths: readonly string[]): Promise<readonly OfferedFile[]>;
  readonly handed: Handed;
  /** Shows a window, at a place unless it is null. */
  show(place: string | null): void;
  report(bug: unknown): void;
}

/** Where a person is led who handed something over: a pack says itself what it is, all else is looked at together. */
function placeFor(files: readonly OfferedFile[]): string | null {
  const [first] = files;
  if (first === undefined) return null;
  if (files.length === 1 && first.kind === 'pack')
    return `#/packs?file=${encodeURIComponent(first.path)}`;
  return '#/add';
}

/** Takes what a person hands over, and shows it. */
export function createHanding({ handOver, handed, show, report }: HandingNeeds) {
  const takeFiles = (paths: readonly string[]): void => {
    takeNow(paths).catch(report);
  };
  async function takeNow(paths: readonly string[]): Promise<void> {
    const files = await handOver(paths);
    handed.add(files.map(({ path }) => path));
    show(placeFor(files));
  }
  return {
    takeFiles,
    /** A second start brings the window to the front, whatever it gives. */
    takeGiven: ({ places, files }: Given): void => {
      if (files.length > 0) takeFiles(files);
      else show(places.at(-1) ?? null);
    },
  };
}
