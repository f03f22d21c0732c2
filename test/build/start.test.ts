import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { project } from '../../build/tools.ts';

let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill('SIGKILL');
});

/** Starts the app without a display, and answers with what it printed up to its address. */
async function start(args: readonly string[]): Promise<{ output: string; url: string }> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  child = spawn(process.execPath, [join(project, 'build/start.ts'), ...args], {
    env: { ...env, BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const text of child.stdout!) {
    output += String(text);
    const url = /open at (http:\S+)/.exec(output)?.[1];
    if (url !== undefined) return { output, url };
  }
  throw new Error(`It ended without an address: ${output}`);
}

test('npm start -- --browser serves the first screen on this machine alone, and Ctrl+C ends it', async () => {
  const { output, url } = await start(['--browser']);
  expect(new URL(url).hostname).toBe('127.0.0.1');
  expect(output).not.toContain('instead');
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>Recital</title>');

  child!.kill('SIGINT');
  expect(await once(child!, 'exit')).toEqual([0, null]);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test.runIf(process.platform === 'linux')(
  'npm start without a display says so in one line and serves the same app',
  async () => {
    const { output, url } = await start([]);
    expect(output).toContain(
      'There is no display here, so Recital opens in the browser instead.\n',
    );
    expect((await fetch(url)).status).toBe(200);
  },
);
