import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { launcher, projectFolder } from '../fixtures/command.ts';
import { compileBundled } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

describe('recital serve', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints its address on the first line, answers there, and ends cleanly on %s',
    async (signal) => {
      // The pages are built before the tests run; without them there is nothing to serve.
      expect(existsSync(`${projectFolder}out/renderer/browser.html`)).toBe(true);
      const library = await compileBundled(temporaryFolder());
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
});
