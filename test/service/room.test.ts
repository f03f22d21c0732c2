import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import type { RoomNews, Stage } from '../../main/contract/room.ts';
import { fillOwnLibrary, grepFolder } from './own-documents.ts';
import {
  guestApi,
  hear,
  makeTour,
  sitDown,
  stageOf,
  stop,
  valueOf,
  type Desk,
} from './room-desk.ts';

const bundled = 'tour/harbour-walk';
const host = '192.0.2.7';

const keptIn = ({ data }: Desk) => JSON.parse(readFileSync(join(data, 'room.json'), 'utf8'));
const isKept = ({ data }: Desk): boolean => existsSync(join(data, 'room.json'));
const guestsIn = ({ data }: Desk): string => join(data, 'room');

/** Leaves a room as a process leaves it that is killed: its number is nobody's by now. */
async function crash(desk: Desk): Promise<string> {
  const file = join(desk.data, 'room.json');
  const left = readFileSync(file, 'utf8');
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  const { pid } = child;
  await desk.service.close();
  writeFileSync(file, JSON.stringify({ ...JSON.parse(left), pid }));
  return file;
}

describe('the room', () => {
  it('is closed until it is opened, and says then where it is', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    expect(valueOf(await api.roomStatus({})).open).toBeNull();
    expect(desk.door.opened).toEqual([]);
    const { open } = valueOf(await api.openRoom({ host, own: [] }));
    expect(open).toEqual({
      url: `http://${host}:8092/`,
      code: '1234 5671',
      announced: null,
      connected: 0,
      isInboxOpen: false,
      shared: [],
    });
    expect(desk.door.isOpen).toBe(true);
  });

  it('is one room, however often it is opened at once', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    await Promise.all([1, 2, 3].map(() => api.openRoom({ host, own: [] })));
    expect(desk.door.isOpen).toBe(true);
    valueOf(await api.closeRoom({}));
    expect(desk.door.isOpen).toBe(false);
  });

  it('leaves nothing when it is closed: no door, no copies, no inbox that is open, nothing to come back to', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    const tour = await makeTour(desk, [stop('a')]);
    await api.openRoom({ host, own: [] });
    await api.openInbox({ isOpen: true });
    valueOf(await api.present({ stage: stageOf(tour.address) }));
    expect(isKept(desk)).toBe(true);
    expect(existsSync(guestsIn(desk))).toBe(true);
    const { open } = valueOf(await api.closeRoom({}));
    expect(open).toBeNull();
    expect(desk.door.isOpen).toBe(false);
    expect(isKept(desk)).toBe(false);
    expect(existsSync(guestsIn(desk))).toBe(false);
    expect(desk.service.news.now().isInboxOpen).toBe(false);
    expect(valueOf(await api.closeRoom({})).open).toBeNull();
  });

  it('is closed with the service, and cannot be opened after', async () => {
    const desk = await sitDown();
    await desk.service.api.openRoom({ host, own: [] });
    const late = desk.service.api.openRoom({ host, own: [] });
    await desk.service.close();
    await late;
    expect(desk.door.isOpen).toBe(false);
    const after = await desk.service.api.openRoom({ host, own: [] });
    expect(after).toMatchObject({ ok: false, error: { code: 'called-off' } });
    expect(desk.door.isOpen).toBe(false);
    expect(isKept(desk)).toBe(false);
    expect(existsSync(guestsIn(desk))).toBe(false);
  });

  it('is as it was before where its door does not open, and opens once it does', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    desk.door.refusal = 'port-in-use';
    const refused = await api.openRoom({ host, own: [] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'port-in-use' } });
    expect(existsSync(guestsIn(desk))).toBe(false);
    expect(isKept(desk)).toBe(false);
    valueOf(await api.closeRoom({}));
    desk.door.refusal = null;
    valueOf(await api.openRoom({ host, own: [] }));
    expect(desk.door.isOpen).toBe(true);
  });

  it('says so where the folder for it cannot be written', async () => {
    const desk = await sitDown();
    mkdirSync(desk.data, { recursive: true });
    await desk.service.close();
    writeFileSync(join(desk.data, '..', 'file'), '');
    const other = await sitDown({ data: join(desk.data, '..', 'file') });
    const opened = await other.service.api.openRoom({ host, own: [] });
    expect(opened).toMatchObject({ ok: false, error: { code: 'not-writable' } });
    expect(other.door.opened).toEqual([]);
  });

  it('gives the room an Api in which only the news and the inbox are the trainer’s', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    const tour = await makeTour(desk, [stop('a')]);
    await api.openRoom({ host, own: [] });
    const guests = guestApi(desk);
    expect(await guests.room({})).toEqual(await api.room({}));
    expect(await guests.show({ address: tour.address })).toMatchObject({
      ok: false,
      error: { code: 'unknown-record' },
    });
    expect(valueOf(await guests.roomStatus({})).open).toBeNull();
  });
});

const exhibits = (shown: unknown) =>
  (shown as { record: { stops: { show: unknown }[] } }).record.stops[0]?.show;

describe('presenting', () => {
  test.each([
    ['a tour that is not there', stageOf('tour/nowhere')],
    ['one of the trainer’s own that is not there', stageOf('tour/own-nowhere')],
    ['a stop that is not there', stageOf(bundled, { stop: 3 })],
  ])('refuses %s, and what was presented stays', async (_what, stage: Stage) => {
    const desk = await sitDown();
    const { api } = desk.service;
    valueOf(await api.present({ stage: stageOf(bundled, { stop: 2 }) }));
    const refused = await api.present({ stage });
    expect(refused).toMatchObject({ ok: false, error: { code: 'unknown-record' } });
    expect(desk.service.news.now().stage).toEqual(stageOf(bundled, { stop: 2 }));
  });

  it('tells of each step in order, and of the last one that nothing is presented', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    await api.openRoom({ host, own: [] });
    const heard = hear(desk);
    const stages = [0, 1, 2].map((step) => stageOf(bundled, { step }));
    await Promise.all([...stages, null].map((stage) => api.present({ stage })));
    expect(heard.map(({ stage }) => stage)).toEqual([...stages, null]);
    expect(keptIn(desk).stage).toBeNull();
  });

  it('shares a tour of the trainer’s own without its notes', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    const tour = await makeTour(desk, [stop('a'), stop('b')]);
    await api.openRoom({ host, own: [] });
    valueOf(await api.present({ stage: stageOf(tour.address) }));
    const shown = valueOf(await guestApi(desk).show({ address: tour.address }));
    expect(shown).toMatchObject({
      kind: 'tour',
      record: { stops: [{ title: 'Stop a', question: 'And you?' }, { title: 'Stop b' }] },
    });
    expect(JSON.stringify(shown)).not.toContain('Only the presenter');
    expect(grepFolder(guestsIn(desk), 'Only the presenter')).toEqual([]);
  });

  it('shares no other tour of the trainer’s', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    const tour = await makeTour(desk, [stop('a', { title: 'Shown' })]);
    const other = await makeTour(desk, [stop('b', { title: 'A stop that nobody may see' })]);
    await api.openRoom({ host, own: [] });
    valueOf(await api.present({ stage: stageOf(tour.address) }));
    const { records } = valueOf(await guestApi(desk).records({ kind: 'tour' }));
    expect(records.map(({ address }) => address)).not.toContain(other.address);
    expect(grepFolder(guestsIn(desk), 'nobody may see')).toEqual([]);
  });

  it('brings a tour anew, and tells everybody, when it is changed while it is presented', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    const tour = await makeTour(desk, [stop('a')]);
    await api.openRoom({ host, own: [] });
    await api.openInbox({ isOpen: true });
    valueOf(await api.present({ stage: stageOf(tour.address) }));
    const heard = hear(desk);
    const changed = { ...tour, stops: [stop('a', { title: 'Said better', answers: ['One'] })] };
    valueOf(await api.keepTour({ tour: changed }));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toEqual(desk.service.news.now());
    expect(await guestApi(desk).show({ address: tour.address })).toMatchObject({
      value: { record: { stops: [{ title: 'Said better' }] } },
    });
    const message = { kind: 'answer', tour: tour.address, stop: 1 } as const;
    expect((await api.tell({ ...message, choice: 0 })).ok).toBe(true);
    expect((await api.tell({ ...message, choice: 1 })).ok).toBe(false);
  });

  it('lets the room see a tour that is on when the room is opened', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    const tour = await makeTour(desk, [stop('a')]);
    valueOf(await api.present({ stage: stageOf(tour.address) }));
    await api.openRoom({ host, own: [] });
    expect((await guestApi(desk).show({ address: tour.address })).ok).toBe(true);
  });

  it('shows the room the exhibits that the trainer sees, by address alone', async () => {
    const desk = await sitDown();
    fillOwnLibrary(desk.data);
    const { api } = desk.service;
    const secret = 'pp/resolution/901@2022#resolves.p1';
    const show = [
      secret,
      'wtsa/resolution/7@2024#considering.a',
      'wtsa/resolution/7@2024#nothing',
    ].map((address) => ({ kind: 'address', address, quotation: null }) as never);
    const tour = await makeTour(desk, [stop('a', { show })]);
    expect(tour.stops[0]?.show[0]?.quotation?.exact).toContain('quicksilver');
    await api.openRoom({ host, own: [] });
    valueOf(await api.present({ stage: stageOf(tour.address) }));
    expect(exhibits(valueOf(await guestApi(desk).show({ address: tour.address })))).toEqual(
      exhibits(valueOf(await api.show({ address: tour.address }))),
    );
    expect(grepFolder(guestsIn(desk), 'quicksilver')).toEqual([]);
  });
});

const expectRefused = async (telling: Promise<unknown>, code: string): Promise<void> => {
  expect(await telling).toMatchObject({ ok: false, error: { code } });
};

describe('telling the presenter', () => {
  const question = { kind: 'question', tour: bundled, stop: 1, text: 'Who pays?' } as never;
  const answer = (choice: number, stopAt = 1) =>
    ({ kind: 'answer', tour: bundled, stop: stopAt, choice }) as never;

  it('is refused until the trainer opens the inbox, and again once it is closed', async () => {
    const { service } = await sitDown();
    const { api } = service;
    valueOf(await api.present({ stage: stageOf(bundled) }));
    await expectRefused(api.tell(question), 'inbox-closed');
    await api.openInbox({ isOpen: true });
    valueOf(await api.tell(question));
    await api.openInbox({ isOpen: false });
    await expectRefused(api.tell(question), 'inbox-closed');
    const { questions } = valueOf(await api.inbox({ tour: bundled }));
    expect(questions.map(({ text, stop: at }) => [text, at])).toEqual([['Who pays?', '1']]);
  });

  it('is refused for any tour but the one that is presented', async () => {
    const { service } = await sitDown();
    const { api } = service;
    await api.openInbox({ isOpen: true });
    await expectRefused(api.tell(question), 'inbox-closed');
    valueOf(await api.present({ stage: stageOf(bundled) }));
    await expectRefused(
      api.tell({ ...(question as object), tour: 'tour/other' } as never),
      'inbox-closed',
    );
    valueOf(await api.present({ stage: null }));
    await expectRefused(api.tell(question), 'inbox-closed');
    expect(valueOf(await api.inbox({ tour: bundled })).questions).toEqual([]);
  });

  it('takes the answers that a stop has, of any of its stops, and no others', async () => {
    const { service } = await sitDown();
    const { api } = service;
    await api.openInbox({ isOpen: true });
    valueOf(await api.present({ stage: stageOf(bundled) }));
    for (const choice of [0, 1, 1]) valueOf(await api.tell(answer(choice)));
    await expectRefused(api.tell(answer(2)), 'invalid-request');
    await expectRefused(api.tell(answer(0, 2)), 'invalid-request');
    await expectRefused(api.tell(answer(0, 3)), 'invalid-request');
    expect(valueOf(await api.inbox({ tour: bundled })).answers).toEqual({ '1': [1, 2] });
  });

  it('is refused where nothing is left of the words', async () => {
    const { service } = await sitDown();
    const { api } = service;
    await api.openInbox({ isOpen: true });
    valueOf(await api.present({ stage: stageOf(bundled) }));
    const nothing = { ...(question as object), text: '\u202E \u0007' } as never;
    await expectRefused(api.tell(nothing), 'invalid-request');
    expect(valueOf(await api.inbox({ tour: bundled })).questions).toEqual([]);
  });

  it('keeps questions with their stop wherever it is moved', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    const tour = await makeTour(desk, [stop('first'), stop('second')]);
    await api.openInbox({ isOpen: true });
    valueOf(await api.present({ stage: stageOf(tour.address) }));
    const asked = { kind: 'question', tour: tour.address, stop: 2, text: 'Here?' } as const;
    valueOf(await api.tell(asked));
    const { questions } = valueOf(await api.inbox({ tour: tour.address }));
    expect(questions.map((each) => each.stop)).toEqual(['second']);
  });

  it('tells who follows a tour that it was edited', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    const tour = await makeTour(desk, [stop('first')]);
    valueOf(await api.keepTour({ tour }));
    expect(desk.service.news.now().tourRevision).toBe(0);
    valueOf(await api.present({ stage: stageOf(tour.address) }));
    valueOf(await api.keepTour({ tour: { ...tour, title: 'Another' } }));
    await vi.waitFor(() => expect(desk.service.news.now().tourRevision).toBe(1));
  });
});

describe('after a crash', () => {
  it('is the same room: host, port, code, cookies, stop, inbox', async () => {
    const desk = await sitDown();
    const { api } = desk.service;
    await desk.service.openRoom({ host, own: [], port: 4711 });
    await api.openInbox({ isOpen: true });
    valueOf(await api.present({ stage: stageOf(bundled, { stop: 2, step: 1 }) }));
    const [before] = desk.door.opened;
    const { open } = valueOf(await api.roomStatus({}));
    await crash(desk);

    const after = await sitDown(desk);
    const status = valueOf((await after.service.resumeRoom())!);
    expect(status.open).toEqual(open);
    expect(after.door.opened[0]).toMatchObject({ host, port: 4711, secret: before!.secret });
    const news: Partial<RoomNews> = {
      stage: stageOf(bundled, { stop: 2, step: 1 }),
      isInboxOpen: true,
    };
    // The news was there before anybody could come in.
    expect(after.door.opened[0]?.news.now()).toMatchObject(news);
  });

  it('is the same room too where it is opened by hand as it was', async () => {
    const desk = await sitDown();
    await desk.service.api.openRoom({ host, own: [] });
    const [before] = desk.door.opened;
    await crash(desk);
    const after = await sitDown(desk);
    valueOf(await after.service.api.openRoom({ host, own: [] }));
    expect(after.door.opened[0]?.secret).toBe(before?.secret);
    const other = await after.service.api.openRoom({ host: '192.0.2.8', own: [] });
    expect(valueOf(other).open?.url).toContain('192.0.2.8');
    expect(after.door.opened[1]?.secret).not.toBe(before?.secret);
  });

  it('shows what is presented by then, not what was', async () => {
    const desk = await sitDown();
    await desk.service.api.openRoom({ host, own: [] });
    valueOf(await desk.service.api.present({ stage: stageOf(bundled) }));
    await crash(desk);
    const after = await sitDown(desk);
    valueOf(await after.service.api.present({ stage: stageOf(bundled, { stop: 2 }) }));
    await after.service.resumeRoom();
    expect(after.service.news.now().stage?.stop).toBe(2);
  });

  it('can be tried again where the door would not open at first', async () => {
    const desk = await sitDown();
    await desk.service.api.openRoom({ host, own: [] });
    const [before] = desk.door.opened;
    await crash(desk);
    const after = await sitDown(desk);
    after.door.refusal = 'address-unavailable';
    expect((await after.service.resumeRoom())?.ok).toBe(false);
    expect(after.service.news.now()).toMatchObject({ stage: null, isInboxOpen: false });
    after.door.refusal = null;
    valueOf((await after.service.resumeRoom())!);
    expect(after.door.opened.at(-1)?.secret).toBe(before?.secret);
  });

  it('stays closed after a day, and what the crash left of it is removed', async () => {
    const desk = await sitDown();
    await desk.service.api.openRoom({ host, own: [] });
    const file = await crash(desk);
    const opened = new Date(Date.now() - 24 * 3_600_000).toISOString();
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), opened }));
    mkdirSync(join(desk.data, 'room'), { recursive: true });
    writeFileSync(join(desk.data, 'room', 'left.sqlite'), 'words');
    const after = await sitDown(desk);
    expect(await after.service.resumeRoom()).toBeNull();
    expect(existsSync(guestsIn(after))).toBe(false);
  });

  test.each(['', '{', '[]', '{"host":"x"}', 'null'])(
    'nothing comes back from a file that is no room: %j',
    async (text) => {
      const desk = await sitDown();
      mkdirSync(desk.data, { recursive: true });
      writeFileSync(join(desk.data, 'room.json'), text);
      expect(await desk.service.resumeRoom()).toBeNull();
      expect(desk.door.opened).toEqual([]);
    },
  );

  it('is left alone where another Recital has it open', async () => {
    const desk = await sitDown();
    await desk.service.api.openRoom({ host, own: [] });
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    onTestFinished(() => void child.kill());
    const kept = JSON.stringify({ ...keptIn(desk), pid: child.pid });
    writeFileSync(join(desk.data, 'room.json'), kept);
    writeFileSync(join(guestsIn(desk), 'theirs'), '');

    const other = await sitDown(desk);
    expect(await other.service.resumeRoom()).toBeNull();
    const opened = await other.service.api.openRoom({ host, own: [] });
    expect(opened).toMatchObject({ ok: false, error: { code: 'not-writable' } });
    expect(other.door.opened).toEqual([]);
    expect(existsSync(join(guestsIn(desk), 'theirs'))).toBe(true);
    await other.service.close();
    expect(readFileSync(join(desk.data, 'room.json'), 'utf8')).toBe(kept);
  });

  it('is kept where only its owner may read it', async () => {
    const desk = await sitDown();
    await desk.service.api.openRoom({ host, own: [] });
    expect(statSync(join(desk.data, 'room.json')).mode & 0o077).toBe(0);
  });
});
