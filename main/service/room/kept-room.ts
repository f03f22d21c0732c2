import { readFile, rm } from 'node:fs/promises';
import { uptime } from 'node:os';
import * as v from 'valibot';
import type { Stage } from '../../contract/room.ts';
import { stageRule } from '../../contract/room-rule.ts';
import { writeWhole } from '../write-whole.ts';

/** What an open room is made of, so that after a crash everybody is back where they were without typing anything. */
export interface KeptRoom {
  readonly host: string;
  readonly port: number;
  readonly code: string;
  readonly secret: string;
  readonly own: readonly string[];
  readonly stage: Stage | null;
  readonly isInboxOpen: boolean;
  /** ISO 8601, UTC. */
  readonly opened: string;
  /** The process that holds it open, for as long as that lives. */
  readonly pid: number;
}

/** A session of a day; a room that was forgotten for longer is not opened again. In milliseconds. */
const longest = 16 * 3_600_000;

const schema: v.GenericSchema<unknown, KeptRoom> = v.object({
  host: v.string(),
  port: v.number(),
  code: v.string(),
  secret: v.string(),
  own: v.array(v.string()),
  stage: v.nullable(stageRule),
  isInboxOpen: v.boolean(),
  opened: v.string(),
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and another person's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether another Recital that still runs holds it open. What ran before the machine was started has its number no more. */
export const isHeldElsewhere = ({ pid, opened }: KeptRoom): boolean =>
  pid !== process.pid && Date.parse(opened) > Date.now() - uptime() * 1000 && isAlive(pid);

/** Where an open room is kept. */
export interface RoomKeeper {
  /** Null: no room was left open, or too long ago. */
  read(): Promise<KeptRoom | null>;
  /** Null: there is none to keep. Of what is asked for while the disk is busy only the last is written. */
  keep(room: KeptRoom | null): Promise<void>;
}

/** `report` is told where the disk takes nothing: the room goes on without it. */
export function createRoomKeeper(file: string, report: (error: unknown) => void): RoomKeeper {
  let wanted: KeptRoom | null = null;
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  async function write(): Promise<void> {
    next = null;
    const room = wanted;
    try {
      // Only its owner may read it: it opens the room.
      if (room !== null) await writeWhole(file, `${JSON.stringify(room)}\n`, 0o600);
      else await rm(file, { force: true });
    } catch (error) {
      report(error);
    }
  }

  return {
    async read() {
      try {
        const read = v.safeParse(schema, JSON.parse(await readFile(file, 'utf8')));
        if (!read.success) return null;
        const age = Date.now() - Date.parse(read.output.opened);
        return age < longest ? read.output : null;
      } catch {
        return null;
      }
    },
    keep(room) {
      wanted = room;
      next ??= last = last.then(write);
      return next;
    },
  };
}
