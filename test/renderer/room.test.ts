import { decodeQR } from 'qr/decode.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import type { EditionId } from '../../main/contract/ids.ts';
import type { TourRecord } from '../../main/contract/records.ts';
import type { RoomStatus } from '../../main/contract/room.ts';
import { draw } from '../../renderer/parts/qr.tsx';
import { tourInbox } from '../../renderer/state/inbox.ts';
import { createTrainerRoom } from '../../renderer/state/trainer-room.ts';
import { inGroups } from '../../renderer/views/room/in-groups.ts';
import { createSmallApi } from './small-api.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const networks: RoomStatus['networks'] = [
  { host: '172.17.0.1', name: 'docker0', kind: 'virtual' },
  { host: '10.42.0.1', name: 'wlan0', kind: 'hotspot' },
  { host: '192.168.1.20', name: 'eth0', kind: 'wired' },
];
const shut: RoomStatus = { networks, obstacles: [], open: null };
const openOn = (host: string): RoomStatus => ({
  ...shut,
  open: {
    url: `http://${host}:8092/`,
    code: '0894 2612',
    announced: null,
    connected: 0,
    isInboxOpen: false,
    shared: [],
  },
});

async function watched(status: RoomStatus) {
  vi.stubGlobal('document', { hidden: false });
  const { api, calls } = createSmallApi();
  const room = createTrainerRoom(api);
  const stop = room.watch();
  await calls[0]?.answer(done(status));
  return { room, calls, stop };
}

describe('the trainer’s room', () => {
  test('offers the likeliest network and shares none of one’s own unless it is chosen', async () => {
    const { room, calls, stop } = await watched(shut);
    expect(room.host.value).toBe('10.42.0.1');
    void room.open();
    expect(calls[1]).toMatchObject({
      method: 'openRoom',
      request: { host: '10.42.0.1', own: [] },
    });
    stop();
  });

  test('opens on the network and with the documents that were chosen', async () => {
    const { room, calls, stop } = await watched(shut);
    room.chooseHost('192.168.1.20');
    room.choose('own/document/memo@1' as EditionId, true);
    room.choose('own/document/letter@1' as EditionId, true);
    room.choose('own/document/letter@1' as EditionId, false);
    void room.open();
    expect(calls[1]?.request).toEqual({ host: '192.168.1.20', own: ['own/document/memo@1'] });
    await calls[1]?.answer(done(openOn('192.168.1.20')));
    expect(room.openHost.value).toBe('192.168.1.20');
    stop();
  });

  test('says why it could not be opened, and that it was closed', async () => {
    const { room, calls, stop } = await watched(shut);
    void room.open();
    await calls[1]?.answer(failed('port-in-use', ''));
    expect(room.failure.value).toBe('port-in-use');
    void room.open();
    await calls[2]?.answer(done(openOn('10.42.0.1')));
    expect(room.failure.value).toBeNull();
    void room.close();
    await calls[3]?.answer(done(shut));
    expect(room.hasClosed.value).toBe(true);
    stop();
  });

  test('chooses another network where the one that was chosen has gone', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('document', { hidden: false });
    const { api, calls } = createSmallApi();
    const room = createTrainerRoom(api);
    const stop = room.watch();
    room.chooseHost('192.168.1.20');
    await Promise.all([calls[0]?.answer(done(shut)), vi.advanceTimersByTimeAsync(1)]);
    expect(room.host.value).toBe('192.168.1.20');
    await vi.advanceTimersByTimeAsync(2000);
    const gone = { ...shut, networks: networks.slice(0, 2) };
    await Promise.all([calls[1]?.answer(done(gone)), vi.advanceTimersByTimeAsync(1)]);
    expect(room.host.value).toBe('10.42.0.1');
    stop();
  });
});

const question = (id: string, stop: string) => ({
  id,
  stop,
  text: `Question ${id}`,
  at: '2026-05-04T09:30Z',
  isHidden: false,
});

describe('what came in', () => {
  const record = {
    address: 'tour/own-poll',
    language: 'en',
    stops: [
      { title: 'First', answers: ['Yes', 'No'] },
      { title: 'Second', answers: [] },
    ],
  } as unknown as TourRecord;
  test('is shown by stop in the order of the tour, and only where something came', () => {
    const { stops } = tourInbox(
      { record, ids: ['a', 'b'] },
      { questions: [question('1', 'b'), question('2', 'b')], answers: { a: [0, 2] } },
    );
    expect(stops.map(({ order, title }) => [order, title])).toEqual([
      [1, 'First'],
      [2, 'Second'],
    ]);
    expect(stops[0]?.answers).toEqual([
      { text: 'Yes', count: 0 },
      { text: 'No', count: 2 },
    ]);
    expect(stops[0]?.total).toBe(2);
    expect(stops[1]?.questions.map(({ id }) => id)).toEqual(['1', '2']);
    expect(tourInbox({ record, ids: ['a', 'b'] }, { questions: [], answers: {} }).stops).toEqual(
      [],
    );
  });

  test('at a stop that has been taken out of the tour is still there, once, at the end', () => {
    const { stops } = tourInbox(
      { record, ids: ['a', 'b'] },
      { questions: [question('1', 'gone'), question('2', 'gone')], answers: { gone: [1] } },
    );
    expect(stops).toHaveLength(1);
    expect(stops[0]).toMatchObject({ order: null, total: 1 });
    expect(stops[0]?.questions).toHaveLength(2);
  });
});

test('a camera reads the address from the code, which stands in an empty margin of four modules', () => {
  const url = 'http://192.168.137.1:8092/';
  const { size, path } = draw(url);
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 3).fill(255);
  let first = size;
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    first = Math.min(first, Number(x), Number(y));
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const start = (row * width + Number(x) * scale) * 3;
      data.fill(0, start, start + Number(run) * scale * 3);
    }
  }
  expect(first).toBe(4);
  expect(decodeQR({ width, height: width, data })).toBe(url);
});

test.each([
  ['0894 2612', ['0894', '2612']],
  ['12345678', ['1234', '5678']],
  ['123456', ['123', '456']],
  ['workshop', ['work', 'shop']],
])('the code %s is read aloud in groups', (code, groups) => {
  expect(inGroups(code)).toEqual(groups);
});
