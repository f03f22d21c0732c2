import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { ShellLanguage } from './words/index.ts';

const rectangle = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });

const windowRule = v.object({
  bounds: rectangle,
  isMaximized: v.boolean(),
  isFullScreen: v.boolean(),
});

const placedRule = v.object({
  ...windowRule.entries,
  /** Where it was and what was before, as Electron tells it. */
  history: v.array(
    v.object({ url: v.string(), title: v.string(), pageState: v.optional(v.string()) }),
  ),
  index: v.number(),
});

const recentRule = v.object({ place: v.string(), title: v.string() });

const keptRule = v.object({
  /** False while the program runs, and after it came to its end by itself. */
  hasEnded: v.boolean(),
  /** How often in turn it came to its end by itself. */
  failures: v.number(),
  language: v.nullable(v.picklist(['en', 'fr', 'es', 'ru', 'zh', 'ar'])),
  zoom: v.number(),
  /** How a new window opens. */
  last: v.nullable(windowRule),
  windows: v.array(placedRule),
  /** The last first. */
  recent: v.array(recentRule),
});

/** How a window stood. */
export type KeptWindow = v.InferOutput<typeof windowRule>;
/** A window and where in Recital it was. */
export type PlacedWindow = v.InferOutput<typeof placedRule>;
export type RecentDocument = v.InferOutput<typeof recentRule>;

/** What the shell keeps on this machine from one run to the next. */
export interface Kept {
  hasEnded: boolean;
  failures: number;
  language: ShellLanguage | null;
  zoom: number;
  last: KeptWindow | null;
  windows: PlacedWindow[];
  recent: RecentDocument[];
}

export interface KeptFile {
  readonly kept: Kept;
  /** Soon written; several changes at a time once. */
  changed(): void;
  writeNow(): void;
}

const fresh = (): Kept => ({
  hasEnded: true,
  failures: 0,
  language: null,
  zoom: 0,
  last: null,
  windows: [],
  recent: [],
});

/** What cannot be read, or was written by another version, is forgotten: nothing of it is a person's own work. */
function read(file: string): Kept {
  try {
    const found = v.safeParse(keptRule, JSON.parse(readFileSync(file, 'utf8')));
    return found.success ? found.output : fresh();
  } catch {
    return fresh();
  }
}

/** After a crash at any instant the file holds what it held before or all of what is written. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
}

/** In milliseconds. */
const soon = 500;

export function openKept(file: string): KeptFile {
  const kept = read(file);
  let timer: NodeJS.Timeout | undefined;
  const writeNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    try {
      write(file, JSON.stringify(kept));
    } catch {
      // A full or write-protected disk costs the windows their places, and nobody their work.
    }
  };
  return {
    kept,
    changed: () => {
      timer ??= setTimeout(writeNow, soon);
      timer.unref();
    },
    writeNow,
  };
}
