import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** What is worth a line. */
type Event =
  | 'started'
  | 'ended'
  | 'restored after a crash'
  | 'page gone'
  | 'page hangs'
  | 'process gone'
  | 'cannot start'
  | 'error';

/** A line holds words from fixed lists and numbers, and nothing that a document or a person said. */
export interface Log {
  note(event: Event, facts?: Readonly<Record<string, string | number>>): void;
  /** What kind of error, and where in our code; not what it says, which may be somebody's text. */
  error(bug: unknown): void;
}

const mostBytes = 500_000;

/** A log that grows no larger than twice this, with the one before it beside it. */
export function createLog(file: string): Log {
  function append(line: string): void {
    try {
      mkdirSync(dirname(file), { recursive: true });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size + line.length > mostBytes) renameSync(file, `${file}.before`);
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // A disk that is full or write-protected: the program goes on without.
    }
  }
  return {
    note: (event, facts = {}) =>
      append(
        [event, ...Object.entries(facts).map(([name, fact]) => `${name}=${plain(fact)}`)].join(' '),
      ),
    error: (bug) => append(`error ${traceOf(bug)}`),
  };
}

/** A version, a code, a number: no words of anybody's. */
const plain = (fact: string | number): string =>
  /^[\w.:+-]{1,40}$/.test(String(fact)) ? String(fact) : '?';

/** Frames of at most so many calls. */
const mostFrames = 12;

/**
 * An error's kind, its code and the places of our code that it came through, without its message and without the folders
 * that those are in, which have a person's name.
 */
export function traceOf(bug: unknown): string {
  if (!(bug instanceof Error)) return typeof bug;
  const code = 'code' in bug && typeof bug.code === 'string' ? [`code=${plain(bug.code)}`] : [];
  return [plain(bug.name), ...code, ...framesOf(bug)].join(' ');
}

function framesOf({ name, message, stack = '' }: Error): readonly string[] {
  // What an error says stands before the frames, in as many lines as it likes.
  const head = message === '' ? name : `${name}: ${message}`;
  if (!stack.startsWith(`${head}\n`)) return [];
  return stack
    .slice(head.length + 1)
    .split('\n')
    .flatMap((line) => {
      const found = /^\s+at .*?([^\s()]+):(\d+):(\d+)\)?$/.exec(line);
      const [, file = '', at = '', column = ''] = found ?? [];
      return /^[\w.:+-]{1,80}$/.test(basename(file)) ? [`${basename(file)}:${at}:${column}`] : [];
    })
    .slice(0, mostFrames);
}
