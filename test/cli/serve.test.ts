import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { launcher, projectFolder, recital } from '../fixtures/command.ts';
import { compileResolutions } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

describe('recital serve', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints its address on the first line, answers there, and ends cleanly on %s',
    async (signal) => {
      // The pages are built before the tests run; without them there is nothing to serve.
      expect(existsSync(`${projectFolder}out/renderer/browser.html`)).toBe(true);
      const library = await compileResolutions(temporaryFolder());
      const child = spawn(process.execPath, [
        launcher,
        'serve',
        '--port',
        '0',
        '--library',
        library,
        '--json',
      ]);
      const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
      const lines = createInterface({ input: child.stdout });
      const first = await new Promise<string>((resolve) => lines.once('line', resolve));
      const { url, code } = JSON.parse(first) as { url: string; code: string | null };
      expect(code).toBeNull();
      const reply = await fetch(new URL('api/search', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'network slicing' }),
      });
      expect(await reply.json()).toMatchObject({ ok: true, value: { total: 3 } });
      child.kill(signal);
      expect(await ended).toBe(0);
    },
  );

  test('shows your own documents on this machine, and leaves them out where the room can reach it', async () => {
    const data = temporaryFolder();
    const own = join(projectFolder, 'test/fixtures/files/resolution.docx');
    expect((await recital(['import', own], '', data)).status).toBe(0);

    const isOwnAt = async (host: string): Promise<boolean[]> => {
      const code = host === '127.0.0.1' ? [] : ['--code', '4739 2816'];
      const env = { ...process.env, RECITAL_DATA: data };
      const args = [launcher, 'serve', '--host', host, ...code, '--port', '0', '--json'];
      const child = spawn(process.execPath, args, { env });
      const lines = createInterface({ input: child.stdout });
      const first = await new Promise<string>((resolve) => lines.once('line', resolve));
      const { port } = new URL((JSON.parse(first) as { url: string }).url);
      const here = `http://127.0.0.1:${port}/`;
      const entered = await fetch(`${here}enter`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: here.slice(0, -1) },
        body: 'code=47392816',
      });
      const reply = await fetch(`${here}api/catalogue`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0]!,
        },
        body: '{}',
      });
      child.kill();
      const answer = (await reply.json()) as { value: { editions: { isOwn: boolean }[] } };
      return answer.value.editions.map((edition) => edition.isOwn);
    };
    expect(await isOwnAt('127.0.0.1')).toContain(true);
    expect(await isOwnAt('0.0.0.0')).toEqual([false, false, false]);
  });
});
