import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { launcher } from '../fixtures/command.ts';
import { compileBundled } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

interface Served {
  readonly url: string;
  readonly code: string;
  readonly trainer: string;
}

interface Running {
  readonly child: ChildProcess;
  readonly served: Served;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

async function start(library: string, data: string, ...more: string[]): Promise<Running> {
  const args = [launcher, 'serve', '--trainer', '--json', '--library', library, ...more];
  const env = { ...process.env, RECITAL_DATA: data };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    child,
    served: JSON.parse(line),
    async end(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      const [status] = (await ended) as [number | null];
      return status;
    },
  };
}

/** Calls a method as a page does that was let in. */
async function callAt(url: string, cookie: string, method: string, request: object) {
  const reply = await fetch(new URL(`/api/${method}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(request),
  });
  return (await reply.json()) as { ok: boolean; value?: unknown; error?: { code: string } };
}

const cookieOf = (reply: Response): string =>
  (reply.headers.get('set-cookie') ?? 'none').split(';')[0]!;

const asTrainer = async ({ trainer }: Served) => {
  const cookie = cookieOf(await fetch(trainer));
  return (method: string, request: object) => callAt(trainer, cookie, method, request);
};

const enter = async ({ url, code }: Served): Promise<string> => {
  const reply = await fetch(new URL('/enter', url), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ code }).toString(),
  });
  return cookieOf(reply);
};

/** The first news that somebody hears who comes in. */
async function firstNews(url: string, cookie: string): Promise<unknown> {
  const leaving = new AbortController();
  const reply = await fetch(new URL('/room/news', url), {
    headers: { cookie },
    signal: leaving.signal,
  });
  expect(reply.status).toBe(200);
  const text = new TextDecoder().decode((await reply.body!.getReader().read()).value);
  leaving.abort();
  return JSON.parse(/data: (.*)/.exec(text)?.[1] ?? 'null');
}

const stage = { tour: 'tour/resolution-92', stop: 3, step: 1, highlight: null, isBlack: false };

describe('recital serve --trainer', () => {
  test('has everybody back on the current stop, with the same code, after it was killed in mid-tour', async () => {
    const folder = temporaryFolder();
    const library = await compileBundled(folder);
    const data = join(folder, 'data');
    const first = await start(library, data, '--port', '0');
    const guest = await enter(first.served);
    const trainer = await asTrainer(first.served);
    expect((await trainer('openInbox', { isOpen: true })).ok).toBe(true);
    expect((await trainer('present', { stage })).ok).toBe(true);
    expect(await first.end('SIGKILL')).toBeNull();

    const { port } = new URL(first.served.url);
    const again = await start(library, data, '--port', port);
    expect(again.served).toMatchObject({ url: first.served.url, code: first.served.code });
    expect(await firstNews(again.served.url, guest)).toMatchObject({ stage, isInboxOpen: true });
    expect((await callAt(again.served.url, guest, 'about', {})).ok).toBe(true);
    // The link of before is no key any more.
    const old = await fetch(
      first.served.trainer.replace(/:\d+/, `:${new URL(again.served.trainer).port}`),
    );
    expect(old.status).toBe(401);
  });

  test('is where the trainer had shared it, though the command was told nothing', async () => {
    const folder = temporaryFolder();
    const library = await compileBundled(folder);
    const data = join(folder, 'data');
    const first = await start(library, data);
    const trainer = await asTrainer(first.served);
    const opened = await trainer('openRoom', { host: '127.0.0.2', own: [] });
    const { url } = (opened.value as { open: { url: string } }).open;
    expect(new URL(url).hostname).toBe('127.0.0.2');
    await first.end('SIGKILL');
    const again = await start(library, data);
    expect(again.served.url).toBe(url);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing listening, and nothing of the room on the disk, on %s',
    async (signal) => {
      const folder = temporaryFolder();
      const library = await compileBundled(folder);
      const data = join(folder, 'data');
      const { served, end } = await start(library, data, '--port', '0');
      const guest = await enter(served);
      const stream = await fetch(new URL('/room/news', served.url), { headers: { cookie: guest } });
      expect(existsSync(join(data, 'room.json'))).toBe(true);
      expect(await end(signal)).toBe(0);
      await stream.text().catch(() => null);
      for (const url of [served.url, served.trainer])
        await expect(fetch(url)).rejects.toThrow('fetch failed');
      expect(existsSync(join(data, 'room.json'))).toBe(false);
      expect(existsSync(join(data, 'room'))).toBe(false);
    },
  );

  test('does not touch the room that another one has open on the same data', async () => {
    const folder = temporaryFolder();
    const library = await compileBundled(folder);
    const data = join(folder, 'data');
    const first = await start(library, data, '--port', '0');
    const guest = await enter(first.served);
    const args = [launcher, 'serve', '--trainer', '--port', '0', '--library', library];
    const second = spawn(process.execPath, args, { env: { ...process.env, RECITAL_DATA: data } });
    let said = '';
    second.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [status] = await once(second, 'close');
    expect([status, said.trim().split('\n').length]).toEqual([1, 1]);
    expect(said).toContain('Another Recital');
    expect((await callAt(first.served.url, guest, 'about', {})).ok).toBe(true);
    expect(existsSync(join(data, 'room.json'))).toBe(true);
  });
});
