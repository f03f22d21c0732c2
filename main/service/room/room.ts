import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Api } from '../../contract/api.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { Address, EditionId } from '../../contract/ids.ts';
import type { KeptTour } from '../../contract/own-tours.ts';
import type { RoomApi, RoomStatus, Stage } from '../../contract/room.ts';
import type { Door, OpenDoor } from './door.ts';
import { emptyGuestFolder, openGuests, type Guests, type GuestsRequest } from './guests.ts';
import { createInboxes, plainLine } from './inbox.ts';
import { createRoomKeeper, isHeldElsewhere, type KeptRoom } from './kept-room.ts';
import { findNetworks } from './networks.ts';
import type { NewsDesk } from './news.ts';
import { findObstacles } from './obstacles.ts';
import { createPresented } from './presented.ts';

/** What a room is opened with; what a person does not choose is left out. */
export interface RoomChoice {
  readonly host: string;
  /** Left out: none, or after a crash those of the room that it closed. */
  readonly own?: readonly string[] | undefined;
  readonly port?: number | undefined;
  readonly code?: string | undefined;
}

/** A choice of which nothing needs to be made. */
export type WantedRoom = { readonly [K in keyof RoomChoice]?: RoomChoice[K] | undefined };

export interface Room extends RoomApi {
  openWith(choice: RoomChoice): Promise<Result<RoomStatus>>;
  /** Opens the room again that a crash closed, where it fits what is asked for; null where none does. */
  resume(choice?: WantedRoom): Promise<Result<RoomStatus> | null>;
  /** Shows the room a tour of the trainer's own as it now is, where it is the one that is presented. */
  tourKept(tour: KeptTour): Promise<void>;
  /** Closes the room for good. */
  close(): Promise<void>;
}

export interface RoomRequest extends Omit<GuestsRequest, 'folder' | 'own'> {
  /** Null: this program has no way to let anybody in. */
  readonly door: Door | null;
  /** The person's data folder; null where there is none. */
  readonly dataFolder: string | null;
  readonly news: NewsDesk;
  readonly trainer: Pick<Api, 'show' | 'ownTour'>;
  /** Told of what went wrong where nobody waits for an answer. */
  readonly report: (error: unknown) => void;
}

/** A room that is open. */
interface Opened {
  readonly host: string;
  readonly own: readonly EditionId[];
  readonly door: OpenDoor;
  readonly guests: Guests;
  readonly secret: string;
  readonly sinceMs: number;
}

const inboxClosed = failed('inbox-closed', 'The presenter is not taking questions now.');
const isClosing = failed('called-off', 'Recital is closing.');
const isElsewhere = failed(
  'not-writable',
  'Another Recital on this machine has the room open; close it there first.',
);

/** Whether a room that a crash closed is the one that is to be opened: whoever was in it is in it again. */
const isThat = (kept: KeptRoom, { host, port, code }: WantedRoom): boolean =>
  (host ?? kept.host) === kept.host &&
  (port ?? kept.port) === kept.port &&
  (code ?? kept.code) === kept.code;

export function createRoom(request: RoomRequest): Room {
  const { door, dataFolder, news, trainer, report } = request;
  const keeper =
    dataFolder === null ? null : createRoomKeeper(join(dataFolder, 'room.json'), report);
  const guestFolder = dataFolder === null ? null : join(dataFolder, 'room');
  const inboxes =
    dataFolder === null ? null : createInboxes(join(dataFolder, 'tours', 'inbox'), report);
  const presented = createPresented(trainer);
  const closing = new AbortController();
  let opened: Opened | null = null;
  /** One change after another: who opens twice opens one room. */
  let last: Promise<unknown> = Promise.resolve();
  function inOrder<T>(change: () => Promise<T>): Promise<T> {
    const own = last.then(change);
    last = own.catch(() => undefined);
    return own;
  }

  function status(): RoomStatus {
    const networks = findNetworks();
    return {
      networks,
      obstacles: findObstacles(
        networks,
        opened === null ? null : { ...opened, hasHadGuests: opened.door.hasHadGuests() },
        Date.now(),
      ),
      open:
        opened === null
          ? null
          : {
              url: opened.door.url,
              code: opened.door.code,
              announced: opened.door.announced(),
              connected: opened.door.connected(),
              isInboxOpen: news.now().isInboxOpen,
              shared: opened.own,
            },
    };
  }

  /** What a crash must not take: written after each change of it. */
  async function keep(): Promise<void> {
    if (opened === null) return;
    const { host, own, door: at, secret, sinceMs } = opened;
    await keeper?.keep({
      host,
      port: at.port,
      code: at.code,
      secret,
      own,
      ...news.now(),
      opened: new Date(sinceMs).toISOString(),
      pid: process.pid,
    });
  }

  async function open(choice: RoomChoice): Promise<Result<RoomStatus>> {
    if (door === null || keeper === null || guestFolder === null)
      return failed('address-unavailable', 'This program cannot let a room in.');
    if (closing.signal.aborted) return isClosing;
    const found = await keeper.read();
    if (found !== null && isHeldElsewhere(found)) return isElsewhere;
    const kept = opened === null && found !== null && isThat(found, choice) ? found : null;
    if (opened !== null) await endRoom();
    const before = news.now();
    const now = await openAnew(choice, kept, door, guestFolder);
    if (!now.ok) {
      news.change(before);
      return now;
    }
    opened = now.value;
    await keep();
    return done(status());
  }

  async function openAnew(
    choice: RoomChoice,
    kept: KeptRoom | null,
    through: Door,
    folder: string,
  ): Promise<Result<Opened>> {
    const own = (choice.own ?? kept?.own ?? []) as readonly EditionId[];
    const guests = await openGuests({ ...request, folder, own }, closing.signal);
    if (!guests.ok) return guests;
    try {
      // What was presented since the crash is newer than what was kept.
      if (kept !== null && news.now().stage === null)
        news.change({ stage: kept.stage, isInboxOpen: kept.isInboxOpen });
      const { stage } = news.now();
      if (stage !== null) await show(stage.tour, guests.value);
      const secret = kept?.secret ?? randomBytes(32).toString('base64url');
      const at = await through.open({
        api: { ...guests.value.api, room, tell },
        news,
        state: guests.value.state,
        host: choice.host,
        port: choice.port ?? kept?.port ?? null,
        code: choice.code ?? kept?.code ?? null,
        secret,
      });
      if (at.ok) {
        const { host } = choice;
        return done({
          host,
          own,
          secret,
          door: at.value,
          guests: guests.value,
          sinceMs: Date.now(),
        });
      }
      await guests.value.close().catch(report);
      return at;
    } catch (bug) {
      await guests.value.close().catch(report);
      throw bug;
    }
  }

  /** Nothing listens afterwards, whatever else fails. */
  async function shut(): Promise<void> {
    if (opened === null) return;
    const { door: at, guests } = opened;
    opened = null;
    await at.close().catch(report);
    await guests.close().catch(report);
  }

  /** Shuts the room as somebody who is done with it does. */
  async function endRoom(): Promise<void> {
    const wasOpen = opened !== null;
    await shut();
    news.change({ isInboxOpen: false });
    if (wasOpen) await keeper?.keep(null);
  }

  /** Nobody is to come back to a room that a crash closed. */
  async function forgetLeft(): Promise<void> {
    const left = opened === null ? await keeper?.read() : null;
    if (left !== null && left !== undefined && !isHeldElsewhere(left)) await keeper?.keep(null);
  }

  /** Looks at a tour, and lets guests see it where it is the trainer's own. */
  async function show(tour: Address, guests: Guests | undefined): Promise<Result<null>> {
    const looked = await presented.lookAt(tour);
    if (!looked.ok) return looked;
    const { own } = looked.value;
    return own === null || guests === undefined ? done(null) : guests.bring(own);
  }

  const room: RoomApi['room'] = async () => done(news.now());

  const tell: RoomApi['tell'] = async (message) => {
    const { stage, isInboxOpen } = news.now();
    if (inboxes === null || !isInboxOpen || stage?.tour !== message.tour) return inboxClosed;
    const stop = await presented.stop(message.tour, message.stop);
    if (!stop.ok) return stop;
    if (message.kind === 'answer') {
      if (message.choice >= stop.value.answers)
        return failed('invalid-request', 'The stop has no such answer.');
      await inboxes.answer(message.tour, stop.value.id, message.choice);
      return done(null);
    }
    const text = plainLine(message.text);
    if (text === '') return failed('invalid-request', 'A question needs words.');
    return (await inboxes.ask(message.tour, stop.value.id, text))
      ? done(null)
      : failed('too-many-requests', 'There is no room for more questions.');
  };

  async function present(stage: Stage | null): Promise<Result<null>> {
    if (stage !== null) {
      const isAnother = stage.tour !== news.now().stage?.tour;
      const shown = isAnother ? await show(stage.tour, opened?.guests) : done(null);
      if (!shown.ok) return shown;
      const stop = await presented.stop(stage.tour, stage.stop);
      if (!stop.ok) return failed('unknown-record', `${stage.tour} has no stop ${stage.stop}.`);
    }
    news.change({ stage });
    return done(null);
  }

  const noInbox = failed('not-writable', 'There is no folder for personal data.');

  return {
    room,
    tell,
    roomStatus: async () => done(status()),
    openRoom: ({ host, own }) => inOrder(() => open({ host, own })),
    openWith: (choice) => inOrder(() => open(choice)),
    closeRoom: () =>
      inOrder(async () => {
        await forgetLeft();
        await endRoom();
        return done(status());
      }),
    present: async ({ stage }) => {
      const presenting = await inOrder(() => present(stage));
      // The next one waits for no disk.
      if (presenting.ok) await keep();
      return presenting;
    },
    openInbox: ({ isOpen }) =>
      inOrder(async () => {
        news.change({ isInboxOpen: isOpen });
        await keep();
        return done(status());
      }),
    inbox: async ({ tour }) =>
      inboxes === null ? noInbox : done(await inboxes.read(tour as Address)),
    hideQuestion: async ({ tour, id, isHidden }) =>
      inboxes === null ? noInbox : done(await inboxes.hide(tour as Address, id, isHidden)),
    resume: (choice = {}) =>
      inOrder(async () => {
        const kept = (await keeper?.read()) ?? null;
        if (kept !== null)
          return isHeldElsewhere(kept) || !isThat(kept, choice) ? null : open(kept);
        // What a crash left there long ago.
        if (guestFolder !== null && opened === null)
          await emptyGuestFolder(guestFolder).catch(report);
        return null;
      }),
    tourKept: (tour) =>
      inOrder(async () => {
        if (news.now().stage?.tour !== tour.tour.address) return;
        presented.note(tour);
        const brought = await opened?.guests.bring(tour);
        if (brought?.ok === false) report(new Error(brought.error.message));
        news.change({ tourRevision: news.now().tourRevision + 1 });
      }),
    close: () => {
      closing.abort();
      return inOrder(async () => {
        await endRoom();
        await inboxes?.close();
      });
    },
  };
}
