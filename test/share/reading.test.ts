import { gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { createClient, type Api } from '../../main/contract/api.ts';
import { done } from '../../main/contract/failure.ts';
import { call, openRoom } from './room.ts';

const long = 'lamp '.repeat(1000);

/** An Api that counts what it is asked, and answers at length. */
function countingApi() {
  const asked: string[] = [];
  const api: Api = createClient((async (method: string, request: unknown) => {
    asked.push(method);
    return done({ method, request, long, count: asked.length });
  }) as never);
  return { api, asked };
}

describe('what the library says', () => {
  test.each([
    ['show', { address: 'wtsa/resolution/7@2024' }],
    ['show', { address: 'tour/harbour-walk' }],
    ['compare', { from: 'wtsa/resolution/7@2016', to: 'wtsa/resolution/7@2024' }],
    ['suggest', { prefix: 'la' }],
    ['records', { kind: 'term' }],
    ['catalogue', {}],
  ])('is remembered for whoever asks the same next: %s %j', async (method, request) => {
    const { api, asked } = countingApi();
    let state = 'old';
    const room = await openRoom({ api, state: () => state });
    const first = await call(room, method, request);
    expect((await call(room, method, request)).body).toBe(first.body);
    expect(asked).toEqual([method]);
    state = 'new';
    expect((await call(room, method, request)).body).not.toBe(first.body);
    expect(asked).toEqual([method, method]);
  });

  test('is told apart by the method that was asked', async () => {
    const { api } = countingApi();
    const room = await openRoom({ api, state: () => 'same' });
    const request = { address: 'wtsa/resolution/7' };
    const answers = [await call(room, 'show', request), await call(room, 'glance', request)];
    const methods = answers.map(({ body }) => JSON.parse(body).value.method);
    expect(methods).toEqual(['show', 'glance']);
  });

  test.each([
    ['show', '{"address":"tour/own-mine"}'],
    ['show', '{"address":"TOUR/OWN-mine"}'],
    ['show', String.raw`{"address":"tour\u002fown-mine"}`],
    ['records', '{"kind":"tour"}'],
    ['room', '{}'],
  ])('is not remembered where it may change with nobody told: %s %s', async (method, body) => {
    const { api, asked } = countingApi();
    const room = await openRoom({ api, state: () => 'same' });
    for (const time of [1, 2]) {
      const reply = await fetch(`${room.share.url}api/${method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      expect(reply.status).toBe(200);
      expect(asked).toHaveLength(time);
    }
  });
});

describe('a long answer', () => {
  it('comes compressed to who takes it, the remembered one too', async () => {
    const room = await openRoom({ api: countingApi().api, state: () => 'same' });
    const request = { address: 'wtsa/resolution/7' };
    const plain = await call(room, 'show', request);
    expect(plain.headers.get('vary')).toBe('Accept-Encoding');
    expect(plain.headers.has('content-encoding')).toBe(false);
    for (const method of ['show', 'show', 'glance']) {
      const reply = await fetch(`${room.share.url}api/${method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Accept-Encoding': 'gzip' },
        body: JSON.stringify(request),
      });
      expect(reply.headers.get('content-encoding')).toBe('gzip');
      expect(Number(reply.headers.get('content-length'))).toBeLessThan(plain.body.length / 10);
      expect(await reply.json()).toMatchObject({ ok: true, value: { method, long } });
    }
    expect(() => gunzipSync(plain.body)).toThrow('incorrect header check');
  });

  it('comes plain where it is short, and where nobody takes it otherwise', async () => {
    const room = await openRoom();
    const reply = await fetch(`${room.share.url}api/about`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Encoding': 'gzip' },
      body: '{}',
    });
    expect(reply.headers.has('content-encoding')).toBe(false);
  });
});
