import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';

import { methodRules } from '../../main/contract/requests.ts';
import { longestRoomQuestion } from '../../main/contract/room.ts';
import { openService, type DoorRequest, type Service } from '../../main/service/index.ts';
import { createDoor } from '../../main/share/index.ts';
import { announce, localName } from '../../main/share/announce.ts';
import { isOurHost, type Place } from '../../main/share/places.ts';
import { usualLimits, type ShareLimits } from '../../main/share/limits.ts';
import { cases } from '../contract/cases.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { records } from '../fixtures/records.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { fillOwnLibrary, ownDocuments } from '../service/own-documents.ts';
import { makeTour, stageOf, stop, valueOf } from '../service/room-desk.ts';
import { desk, listen, soon } from './listening.ts';
import { ask, call, makePages, smallApi, type Answer } from './room.ts';

const bundled = 'tour/harbour-walk';

interface Guest {
  readonly service: Service;
  readonly data: string;
  readonly port: number;
  readonly bugs: unknown[];
  readonly Cookie: string;
  call(method: string, request: unknown): Promise<Answer>;
}

/** A trainer's real service whose room is open on this machine, and somebody who has given the code. */
async function enterRoom(
  limits: Partial<ShareLimits> = {},
  own: readonly string[] = [],
): Promise<Guest> {
  const folder = temporaryFolder();
  const [libraryFile, data] = [join(folder, 'library.sqlite'), join(folder, 'data')];
  await writeLibrary(libraryFile, undefined, records);
  fillOwnLibrary(data);
  const bugs: unknown[] = [];
  const report = (bug: unknown): void => void bugs.push(bug);
  const door = createDoor({ pages: makePages(), report, limits });
  const opened = openService({ libraryFile, dataFolder: data, version: '0', door, report });
  const service = valueOf(opened);
  onTestFinished(() => service.close());
  const choice = { host: '127.0.0.1', port: 0, own };
  const { open } = valueOf(await service.openRoom(choice));
  const port = Number(new URL(open!.url).port);
  const entered = await ask({ port } as never, {
    method: 'POST',
    path: '/enter',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ code: open!.code }).toString(),
  });
  const Cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? 'none';
  return {
    service,
    data,
    port,
    bugs,
    Cookie,
    call: (method, request) => call({ port } as never, method, request, { Cookie }),
  };
}

const codeIn = (answer: Answer): string => JSON.parse(answer.body).error?.code ?? 'ok';

/** A digest of each file in a folder, by its name. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // A reader may touch what lies beside a library that is open; the library itself it may not.
      .filter((entry) => entry.isFile() && !/-(?:shm|wal)$/.test(entry.name))
      .map(({ parentPath, name }) => {
        const bytes = readFileSync(join(parentPath, name));
        return [join(parentPath, name), createHash('sha256').update(bytes).digest('hex')] as const;
      })
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Requests of every method, those that it takes among them; and what a stranger may try. */
const tries = [
  ...Object.keys(methodRules).map((method) => ({ method, request: {} })),
  ...cases.map(({ method, request: asked }) => ({ method, request: asked })),
].filter(({ method }) => Object.hasOwn(methodRules, method));

describe('a participant', () => {
  it('without the code reaches no method', async () => {
    const guest = await enterRoom();
    for (const { method, request: asked } of tries) {
      const answer = await call({ port: guest.port } as never, method, asked);
      expect([answer.status, codeIn(answer)]).toEqual([401, 'code-required']);
    }
  });

  it('with the code reaches the methods that read, and no other, and changes nothing of the trainer’s', async () => {
    const guest = await enterRoom({ burst: 1e9, bodyBytes: 20_000_000 });
    valueOf(await guest.service.api.present({ stage: stageOf(bundled) }));
    const before = filesIn(guest.data);
    const local: string[][] = [];
    const others: string[] = [];
    const codes = new Map<string, Set<string>>();
    for (const { method, request: asked } of tries) {
      const code = codeIn(await guest.call(method, asked));
      codes.set(method, (codes.get(method) ?? new Set()).add(code));
    }
    for (const [method, { access }] of Object.entries(methodRules)) {
      const got = [...(codes.get(method) ?? [])];
      if (access === 'local') local.push([method, ...got]);
      else others.push(...got);
    }
    expect(local).toEqual(local.map(([method]) => [method, 'not-allowed']));
    expect(local.length).toBeGreaterThan(10);
    for (const code of ['not-allowed', 'internal', 'code-required'])
      expect(others).not.toContain(code);
    expect(filesIn(guest.data)).toEqual(before);
    expect(guest.bugs).toEqual([]);
    const { open } = valueOf(await guest.service.api.roomStatus({}));
    expect(open).not.toBeNull();
    expect(guest.service.news.now().stage).toEqual(stageOf(bundled));
  });

  it('finds every method tried by what is written of it, so that none is forgotten', () => {
    for (const method of Object.keys(methodRules))
      expect(tries.filter((one) => one.method === method).length).toBeGreaterThan(1);
  });

  it('reads a document of the trainer’s own that is shared, and no other', async () => {
    const { quicksilver, saltpetre } = ownDocuments;
    const guest = await enterRoom({}, [quicksilver]);
    expect((await guest.call('show', { address: quicksilver })).status).toBe(200);
    for (const method of ['show', 'glance', 'export']) {
      const format = method === 'export' ? { format: 'html' } : {};
      const answer = await guest.call(method, { address: saltpetre, ...format });
      expect(answer.body).not.toContain('weighed');
      expect(answer.body).not.toContain('On saltpetre');
    }
    const found = await guest.call('search', { query: 'saltpetre' });
    expect(JSON.parse(found.body).value.total).toBe(0);
  });

  it('reads a presented tour of the trainer’s own, without its notes, and no other one', async () => {
    const guest = await enterRoom();
    const at = { service: guest.service } as never;
    const tour = await makeTour(at, [stop('a')]);
    const other = await makeTour(at, [stop('b')]);
    valueOf(await guest.service.api.present({ stage: stageOf(tour.address) }));
    const shown = await guest.call('show', { address: tour.address });
    expect(shown.status).toBe(200);
    expect(shown.body).not.toContain('Only the presenter');
    expect((await guest.call('show', { address: other.address })).status).toBe(404);
    const handout = await guest.call('export', { address: tour.address, format: 'html' });
    expect(handout.body).not.toContain('Only the presenter');
  });

  it('hears the news, with the code', async () => {
    const guest = await enterRoom();
    const listener = await listen(guest.port, { headers: { cookie: guest.Cookie } });
    valueOf(await guest.service.api.present({ stage: stageOf(bundled, { stop: 2 }) }));
    await soon(() => listener.news().at(-1)?.stage?.stop === 2);
    const { open } = valueOf(await guest.service.api.roomStatus({}));
    expect(open?.connected).toBe(1);
    expect((await listen(guest.port)).status).toBe(401);
  });
});

const question = (text = 'Who pays?') => ({ kind: 'question', tour: bundled, stop: 1, text });

describe('the inbox', () => {
  it('is closed until the trainer opens it, and again afterwards', async () => {
    const guest = await enterRoom();
    const { api } = guest.service;
    valueOf(await api.present({ stage: stageOf(bundled) }));
    expect(codeIn(await guest.call('tell', question()))).toBe('inbox-closed');
    valueOf(await api.openInbox({ isOpen: true }));
    expect(codeIn(await guest.call('tell', question()))).toBe('ok');
    valueOf(await api.openInbox({ isOpen: false }));
    expect(codeIn(await guest.call('tell', question()))).toBe('inbox-closed');
    const { questions } = valueOf(await api.inbox({ tour: bundled }));
    expect(questions).toHaveLength(1);
  });

  it('takes plain text of a limited length, and nothing beside it', async () => {
    const guest = await enterRoom();
    valueOf(await guest.service.api.present({ stage: stageOf(bundled) }));
    valueOf(await guest.service.api.openInbox({ isOpen: true }));
    const long = 'x'.repeat(longestRoomQuestion);
    expect(codeIn(await guest.call('tell', question(long)))).toBe('ok');
    for (const request of [
      question(`${long}x`),
      question(''),
      { ...question(), name: 'Ada' },
      { ...question(), tour: 'tour/../../room' },
      { ...question(), tour: 'tour/harbour-walk#1' },
      { ...question(), stop: 0 },
      { ...question(), kind: 'file' },
      { ...question(), text: ['x'] },
    ])
      expect(codeIn(await guest.call('tell', request))).toBe('invalid-request');
    await guest.service.close();
    expect(readdirSync(join(guest.data, 'tours', 'inbox'))).toEqual(['harbour-walk.json']);
  });

  it('is limited in rate for each machine, and for each alone', async () => {
    const guest = await enterRoom({ messages: 3, messagesPerSecond: 0.001 });
    valueOf(await guest.service.api.present({ stage: stageOf(bundled) }));
    valueOf(await guest.service.api.openInbox({ isOpen: true }));
    const codes: string[] = [];
    for (let count = 0; count < 5; count += 1)
      codes.push(codeIn(await guest.call('tell', question())));
    expect(codes).toEqual(['ok', 'ok', 'ok', 'too-many-requests', 'too-many-requests']);
    expect((await guest.call('about', {})).status).toBe(200);
  });

  it('keeps nothing of who asked', async () => {
    const guest = await enterRoom();
    valueOf(await guest.service.api.present({ stage: stageOf(bundled) }));
    valueOf(await guest.service.api.openInbox({ isOpen: true }));
    await guest.call('tell', question());
    await guest.service.close();
    const kept = readFileSync(join(guest.data, 'tours/inbox/harbour-walk.json'), 'utf8');
    expect(kept).toContain('Who pays?');
    expect(kept).not.toMatch(/127\.0\.0|cookie|agent|recital-/i);
  });
});

const request = (more: Partial<DoorRequest> = {}): DoorRequest => ({
  api: smallApi,
  news: desk(),
  state: () => null,
  host: '127.0.0.1',
  port: 0,
  code: null,
  secret: 'a secret of some length',
  ...more,
});

const openDoor = async (more: Partial<DoorRequest> = {}) => {
  const door = createDoor({ pages: makePages(), report: () => {} });
  const opened = valueOf(await door.open(request(more)));
  onTestFinished(() => opened.close());
  return opened;
};

describe('the door', () => {
  it('asks for a code always, on this machine too', async () => {
    const opened = await openDoor();
    expect(opened.code).toMatch(/^\d{4} \d{4}$/);
    expect((await fetch(`${opened.url}browser.html`, { redirect: 'manual' })).status).toBe(303);
    expect(opened.announced()).toBeNull();
  });

  it('lets in after a restart whoever was in before, and nobody where the secret is another', async () => {
    const first = await openDoor();
    const entered = await ask({ port: first.port } as never, {
      method: 'POST',
      path: '/enter',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `code=${encodeURIComponent(first.code)}`,
    });
    const Cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { port, code } = first;
    await first.close();
    const again = await openDoor({ port, code });
    expect((await call({ port } as never, 'about', {}, { Cookie })).status).toBe(200);
    await again.close();
    await openDoor({ port, code, secret: 'another one' });
    expect((await call({ port } as never, 'about', {}, { Cookie })).status).toBe(401);
  });

  it('takes another port where the usual one is taken, and fails where one was asked for', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const door = createDoor({ pages: makePages(), report: () => {} });
    expect(await door.open(request({ port }))).toMatchObject({
      ok: false,
      error: { code: 'port-in-use' },
    });
    const [one, two] = [await openDoor({ port: null }), await openDoor({ port: null })];
    expect(two.port).not.toBe(one.port);
  });

  it('leaves nothing listening when it is closed, whoever is in mid-answer or hears the news', async () => {
    const opened = await openDoor({
      code: 'garden',
      api: { ...smallApi, about: () => new Promise(() => {}) },
    });
    const { port } = opened;
    const entered = await ask({ port } as never, {
      method: 'POST',
      path: '/enter',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'code=garden',
    });
    const Cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const listener = await listen(port, { headers: { cookie: Cookie } });
    const waiting = call({ port } as never, 'about', {}, { Cookie }).catch(() => 'ended');
    await soon(() => opened.connected() === 1);
    await opened.close();
    await waiting;
    await soon(() => listener.isEnded());
    expect(opened.connected()).toBe(0);
    await expect(fetch(opened.url)).rejects.toThrow('fetch failed');
  });

  it('does not open where pages are missing, an address is not ours, or a code keeps nobody out', async () => {
    const codes = [];
    const door = createDoor({ pages: makePages(), report: () => {} });
    const none = createDoor({ pages: '/nowhere', report: () => {} });
    for (const opening of [
      none.open(request()),
      door.open(request({ host: '192.0.2.1' })),
      door.open(request({ code: 'abc' })),
    ]) {
      const opened = await opening;
      codes.push(opened.ok ? 'open' : opened.error.code);
    }
    expect(codes).toEqual(['file-missing', 'address-unavailable', 'invalid-request']);
  });
});

const socket = (localAddress: string) => ({ localAddress, localPort: 8092 }) as never;

const place = (more: Partial<Place>): Place => ({
  host: '192.0.2.7',
  address: '192.0.2.7',
  isLoopback: false,
  names: ['ada.local'],
  ...more,
});

describe('the Host header', () => {
  it('may be the name that a share is announced by, to the room', () => {
    expect(isOurHost('ada.local:8092', socket('192.0.2.7'), place({}))).toBe(true);
    expect(isOurHost('ADA.local:8092', socket('192.0.2.7'), place({}))).toBe(true);
    for (const name of [
      'ada.local',
      'ada.local:80',
      'ada.local.evil.example:8092',
      'eve.local:8092',
    ])
      expect(isOurHost(name, socket('192.0.2.7'), place({}))).toBe(false);
  });

  it('may not be that name on this machine alone, where nobody is told of it', () => {
    const here = place({ host: '127.0.0.1', address: '127.0.0.1', isLoopback: true });
    expect(isOurHost('ada.local:8092', socket('127.0.0.1'), here)).toBe(false);
    expect(isOurHost('localhost:8092', socket('127.0.0.1'), here)).toBe(true);
  });
});

describe('announcing', () => {
  it('names the machine as its system does, where that is a name', () => {
    const [name] = hostname().toLowerCase().split('.');
    const isName = /^[a-z0-9-]+$/.test(name!) && name !== 'localhost';
    expect(localName()).toBe(isName ? `${name}.local` : null);
  });

  test.each(['192.0.2.1', '0.0.0.0'])(
    'ends nothing where the network takes none: %s',
    async (address) => {
      const announcement = await announce(address, 8092);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect([null, `${localName()}:8092`]).toContain(announcement.name());
      await announcement.stop();
      await announcement.stop();
    },
  );

  it('is given up where another program has the port of multicast DNS to itself', async () => {
    const other = createSocket('udp4');
    onTestFinished(() => void other.close());
    const isBound = await new Promise((resolve) => {
      other.once('error', () => resolve(false));
      other.bind(5353, () => resolve(true));
    });
    const announcement = await announce('0.0.0.0', 8092);
    await soon(() => announcement.name() === null || isBound !== true);
    await announcement.stop();
    expect(announcement.name() === null).toBe(isBound);
  });

  it('lets the process end', async () => {
    const script = `
      const { announce } = await import(${JSON.stringify(new URL('../../main/share/announce.ts', import.meta.url).href)});
      const announcement = await announce('192.0.2.1', 8092);
      await announcement.stop();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const [status] = await once(child, 'exit');
    expect(status).toBe(0);
  });
});

describe('limits of connections', () => {
  it('give no machine all of them', async () => {
    expect(usualLimits.connectionsOfClient).toBeLessThan(usualLimits.connections);
    const guest = await enterRoom({ connectionsOfClient: 3 });
    const listeners = await Promise.all(
      [1, 2, 3].map(() => listen(guest.port, { headers: { cookie: guest.Cookie } })),
    );
    expect(listeners.map(({ status }) => status)).toEqual([200, 200, 200]);
    await expect(
      fetch(`http://127.0.0.1:${guest.port}/`).then((response) => response.status),
    ).rejects.toThrow('fetch failed');
    const elsewhere = await listen(guest.port, {
      from: '127.0.0.2',
      headers: { cookie: guest.Cookie },
    });
    expect(elsewhere.status).toBe(200);
  });
});
