import { randomUUID } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Address } from '../../contract/ids.ts';
import { longestRoomQuestion, type Inbox, type RoomQuestion } from '../../contract/room.ts';
import { writeWhole } from '../write-whole.ts';

/** More than any room asks of a tour; afterwards the oldest that was hidden makes room, or the new one is refused. */
const mostQuestions = 2000;

/** How long what came in may wait for the disk, so that a room that answers all at once is one write. In milliseconds. */
const writeAfter = 300;

const schema = v.object({
  questions: v.array(
    v.object({
      id: v.string(),
      stop: v.string(),
      text: v.pipe(v.string(), v.maxLength(longestRoomQuestion)),
      at: v.string(),
      isHidden: v.boolean(),
    }),
  ),
  answers: v.array(
    v.object({
      stop: v.string(),
      counts: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
  ),
});

export interface Inboxes {
  read(tour: Address): Promise<Inbox>;
  /** False: there is no room for it. */
  ask(tour: Address, stop: string, text: string): Promise<boolean>;
  answer(tour: Address, stop: string, choice: number): Promise<void>;
  hide(tour: Address, id: string, isHidden: boolean): Promise<Inbox>;
  /** Writes what is not written yet. */
  close(): Promise<void>;
}

interface Kept {
  questions: RoomQuestion[];
  /** How often each answer of a stop was chosen, by the stop's id. */
  readonly answers: Map<string, number[]>;
  /** Set while something waits to be written. */
  timer: ReturnType<typeof setTimeout> | null;
  /** The last write, so that none overtakes another. */
  written: Promise<void>;
}

/**
 * Letters alone: no line ends or other controls, and none that turn the direction of what stands after them.
 *
 * @example plainLine('  When\u202E is\nthis? ') // => 'When is this?'
 */
export const plainLine = (text: string): string =>
  text
    .replaceAll(/[[\p{Cc}\p{Cs}\p{Bidi_Control}\u2060\uFFF9-\uFFFB]--\s]|\uFEFF/gv, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** `folder`: where the questions are kept, one file a tour. `report` is told where they cannot be. */
export function createInboxes(folder: string, report: (error: unknown) => void): Inboxes {
  const known = new Map<Address, Promise<Kept>>();
  const fileOf = (tour: Address): string =>
    join(folder, `${tour.slice(tour.indexOf('/') + 1)}.json`);

  async function load(tour: Address): Promise<Kept> {
    const idle = { timer: null, written: Promise.resolve() };
    const file = fileOf(tour);
    try {
      const read = v.safeParse(schema, JSON.parse(await readFile(file, 'utf8')));
      if (!read.success) throw new SyntaxError('This is no inbox.');
      const { questions, answers } = read.output;
      return {
        ...idle,
        questions,
        answers: new Map(answers.map(({ stop, counts }) => [stop, counts])),
      };
    } catch (error) {
      // What cannot be read is put aside, not written over.
      if (error instanceof SyntaxError) await rename(file, `${file}.unreadable`).catch(report);
      return { ...idle, questions: [], answers: new Map() };
    }
  }
  const inboxOf = (tour: Address): Promise<Kept> => {
    const before = known.get(tour) ?? load(tour);
    known.set(tour, before);
    return before;
  };

  async function write(tour: Address, { questions, answers }: Kept): Promise<void> {
    const counted = [...answers].map(([stop, counts]) => ({ stop, counts }));
    const text = `${JSON.stringify({ questions, answers: counted })}\n`;
    await writeWhole(fileOf(tour), text).catch(report);
  }
  function writeSoon(tour: Address, kept: Kept): void {
    kept.timer ??= setTimeout(() => writeNow(tour, kept), writeAfter);
  }
  function writeNow(tour: Address, kept: Kept): void {
    kept.timer = null;
    kept.written = kept.written.then(() => write(tour, kept));
  }

  const shown = ({ questions, answers }: Kept): Inbox => ({
    questions: [...questions],
    answers: Object.fromEntries(answers),
  });

  return {
    read: async (tour) => shown(await inboxOf(tour)),
    async ask(tour, stop, text) {
      const kept = await inboxOf(tour);
      if (kept.questions.length >= mostQuestions) {
        const hidden = kept.questions.findIndex(({ isHidden }) => isHidden);
        if (hidden < 0) return false;
        kept.questions.splice(hidden, 1);
      }
      const toTheMinute = `${new Date().toISOString().slice(0, 16)}Z`;
      kept.questions.push({ id: randomUUID(), stop, text, at: toTheMinute, isHidden: false });
      writeSoon(tour, kept);
      return true;
    },
    async answer(tour, stop, choice) {
      const kept = await inboxOf(tour);
      const counts = kept.answers.get(stop) ?? [];
      kept.answers.set(stop, counts);
      for (let at = counts.length; at <= choice; at += 1) counts.push(0);
      counts[choice] = (counts[choice] ?? 0) + 1;
      writeSoon(tour, kept);
    },
    async hide(tour, id, isHidden) {
      const kept = await inboxOf(tour);
      kept.questions = kept.questions.map((each) =>
        each.id === id ? { ...each, isHidden } : each,
      );
      writeSoon(tour, kept);
      return shown(kept);
    },
    async close() {
      for (const [tour, loading] of known) {
        const kept = await loading;
        if (kept.timer !== null) {
          clearTimeout(kept.timer);
          writeNow(tour, kept);
        }
        await kept.written;
      }
    },
  };
}
