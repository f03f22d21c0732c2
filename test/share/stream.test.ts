import { connect } from 'node:net';
import { describe, expect, it, test } from 'vitest';
import type { Address } from '../../main/contract/ids.ts';
import { noNews } from '../../main/contract/room.ts';
import { alwaysThere, ask, openRoom, sendRaw } from './room.ts';
import { desk, listen, soon, step } from './listening.ts';

describe('the stream of news', () => {
  it('tells at once how things are, and then each change, in order', async () => {
    const news = desk();
    news.change(step(1));
    const room = await openRoom({ news });
    const listener = await listen(room.port);
    await soon(() => listener.news().length === 1);
    expect(listener.text()).toMatch(/^retry: \d+\n/);
    for (const number of [2, 3, 4]) news.change(step(number));
    news.change({ isInboxOpen: true });
    await soon(() => listener.news().length === 5);
    const steps = listener.news().map(({ stage }) => stage?.step);
    expect(steps).toEqual([1, 2, 3, 4, 4]);
    expect(listener.news().at(-1)).toEqual({ ...step(4), isInboxOpen: true });
  });

  it('tells whoever comes late what all others see', async () => {
    const news = desk();
    const room = await openRoom({ news });
    for (const number of [1, 2, 3]) news.change(step(number));
    const late = await listen(room.port);
    await soon(() => late.news().length === 1);
    expect(late.news()).toEqual([step(3)]);
  });

  it('says between the news that it lives', async () => {
    const room = await openRoom({ news: desk(), limits: { beatMs: 20 } });
    const listener = await listen(room.port);
    await soon(() => listener.text().split('\nevent: beat\ndata: 1\n').length > 3);
    expect(listener.news()).toHaveLength(1);
  });

  it('is counted while it is open, and no longer', async () => {
    const room = await openRoom({ news: desk() });
    const listeners = await Promise.all([1, 2, 3].map(() => listen(room.port)));
    expect(room.share.connected()).toBe(3);
    listeners[0]?.hangUp();
    await soon(() => room.share.connected() === 2);
  });

  it('carries the headers of every response, and is kept nowhere', async () => {
    const room = await openRoom({ news: desk() });
    const { headers, status } = await listen(room.port);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    for (const [name, value] of alwaysThere) expect(headers[name]).toMatch(value);
  });

  it('answers HEAD with its head alone, and is no listener', async () => {
    const room = await openRoom({ news: desk() });
    const answer = await ask(room, { path: '/room/news', method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.body).toBe('');
    expect(room.share.connected()).toBe(0);
  });

  test.each(['POST', 'PUT', 'DELETE'])('cannot be asked for with %s', async (method) => {
    const room = await openRoom({ news: desk() });
    expect((await ask(room, { path: '/room/news', method })).status).toBe(405);
  });

  it('needs the code, as everything does', async () => {
    const room = await openRoom({ news: desk(), code: 'garden' });
    const answer = await ask(room, { path: '/room/news' });
    expect(answer.status).toBe(401);
    expect(answer.body).not.toContain('event:');
    expect(room.share.connected()).toBe(0);
  });

  it('is refused to another site and to a name that is not ours', async () => {
    const room = await openRoom({ news: desk() });
    const answer = await ask(room, { path: '/room/news', headers: { Host: 'evil.example' } });
    expect(answer.status).toBe(403);
  });

  it('is refused to who has too many, while another machine still gets one', async () => {
    const room = await openRoom({ news: desk(), limits: { streamsOfClient: 2, streams: 4 } });
    await listen(room.port);
    await listen(room.port);
    const third = await listen(room.port);
    expect(third.status).toBe(429);
    const others = [
      await listen(room.port, { from: '127.0.0.2' }),
      await listen(room.port, { from: '127.0.0.3' }),
      await listen(room.port, { from: '127.0.0.4' }),
    ];
    expect(others.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(room.share.connected()).toBe(4);
  });

  it('is opened again once an old one has gone', async () => {
    const room = await openRoom({ news: desk(), limits: { streamsOfClient: 1 } });
    const first = await listen(room.port);
    expect((await listen(room.port)).status).toBe(429);
    first.hangUp();
    await soon(() => room.share.connected() === 0);
    expect((await listen(room.port)).status).toBe(200);
  });

  it('is one for a connection, however often it is asked for on it', async () => {
    const room = await openRoom({ news: desk() });
    const socket = connect(room.port, '127.0.0.1');
    const head = `GET /room/news HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\n\r\n`;
    socket.write(head.repeat(50));
    await soon(() => room.share.connected() > 0);
    await ask(room);
    expect(room.share.connected()).toBe(1);
    socket.destroy();
    await soon(() => room.share.connected() === 0);
  });

  it('is ended where nobody reads it, and the others go on', async () => {
    const news = desk();
    const room = await openRoom({ news, limits: { unreadBytes: 100_000 } });
    const reader = await listen(room.port);
    const sleeper = connect(room.port, '127.0.0.1');
    sleeper.on('error', () => {});
    sleeper.pause();
    sleeper.write(`GET /room/news HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\n\r\n`);
    await soon(() => room.share.connected() === 2);
    // Until what the two machines hold back on their own is full too.
    const long = { ...step(0).stage!, tour: `tour/${'long-'.repeat(2000)}` as Address };
    for (let number = 0; room.share.connected() === 2 && number < 10_000; number += 1) {
      news.change({ stage: long });
      await new Promise(setImmediate);
    }
    await soon(() => room.share.connected() === 1);
    news.change(step(-1));
    await soon(() => reader.news().at(-1)?.stage?.step === -1);
    expect(reader.isEnded()).toBe(false);
    sleeper.destroy();
  });

  it('ends when the share is closed, and nothing more is told', async () => {
    const news = desk();
    const room = await openRoom({ news });
    const listener = await listen(room.port);
    await room.share.close();
    await soon(() => listener.isEnded());
    expect(room.share.connected()).toBe(0);
    news.change(step(1));
    expect(room.bugs).toEqual([]);
    await expect(sendRaw(room.port, 'GET / HTTP/1.1\r\n\r\n')).rejects.toThrow('ECONNREFUSED');
  });

  it('is there, and silent, where there is no room', async () => {
    const room = await openRoom();
    const listener = await listen(room.port);
    await soon(() => listener.news().length === 1);
    expect(listener.news()).toEqual([noNews]);
  });
});
