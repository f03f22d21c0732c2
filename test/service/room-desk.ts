import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { done, failed, type FailureCode, type Result } from '../../main/contract/failure.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { OwnStop } from '../../main/contract/own-tours.ts';
import type { RoomNews, Stage } from '../../main/contract/room.ts';
import {
  openService,
  type Door,
  type DoorRequest,
  type Service,
} from '../../main/service/index.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { records } from '../fixtures/records.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
};

/** A door that nobody comes through: it notes what it was opened with, and whether it is open. */
export interface NotedDoor extends Door {
  readonly opened: DoorRequest[];
  isOpen: boolean;
  /** What it refuses to open with, where it does. */
  refusal: FailureCode | null;
}

function notedDoor(): NotedDoor {
  const door: NotedDoor = {
    opened: [],
    isOpen: false,
    refusal: null,
    async open(request) {
      door.opened.push(request);
      if (door.refusal !== null) return failed(door.refusal, 'The door does not open.');
      door.isOpen = true;
      const port = request.port ?? 8092;
      return done({
        url: `http://${request.host}:${port}/`,
        port,
        code: request.code ?? `1234 567${door.opened.length}`,
        announced: () => null,
        connected: () => 0,
        hasHadGuests: () => false,
        close: async () => {
          door.isOpen = false;
        },
      });
    },
  };
  return door;
}

/** A trainer's service on the small library, with a data folder and a door. */
export interface Desk {
  readonly service: Service;
  readonly door: NotedDoor;
  readonly data: string;
  readonly library: string;
  readonly troubles: unknown[];
}

export async function sitDown(at: Partial<Pick<Desk, 'data' | 'library'>> = {}): Promise<Desk> {
  const folder = temporaryFolder();
  const { data = join(folder, 'data'), library = join(folder, 'library.sqlite') } = at;
  if (at.library === undefined) await writeLibrary(library, undefined, records);
  const door = notedDoor();
  const troubles: unknown[] = [];
  const service = valueOf(
    openService({
      libraryFile: library,
      dataFolder: data,
      version: '0.0.0',
      door,
      report: (trouble) => troubles.push(trouble),
    }),
  );
  onTestFinished(() => service.close());
  return { service, door, data, library, troubles };
}

/** The Api that the room got when the door was opened last. */
export const guestApi = ({ door }: Desk) => door.opened.at(-1)!.api;

export const stageOf = (tour: string, more: Partial<Stage> = {}): Stage => ({
  tour: tour as Address,
  stop: 1,
  step: 0,
  highlight: null,
  isBlack: false,
  ...more,
});

export const stop = (id: string, more: Partial<OwnStop> = {}): OwnStop => ({
  id,
  title: `Stop ${id}`,
  minutes: 4,
  show: [],
  notes: 'Only the presenter reads this.',
  question: 'And you?',
  answers: ['Yes', 'No'],
  ...more,
});

/** Makes a tour of the trainer's own and answers its address. */
export async function makeTour({ service: { api } }: Desk, stops: readonly OwnStop[]) {
  const { tour } = valueOf(await api.newTour({ title: 'My tour' }));
  return valueOf(await api.keepTour({ tour: { ...tour, stops } })).tour;
}

/** All news from now on. */
export function hear({ service: { news } }: Desk): RoomNews[] {
  const heard: RoomNews[] = [];
  onTestFinished(news.listen((each) => heard.push(each)));
  return heard;
}
