import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { makeStick, type Stick } from './packs.ts';
import { recitalIn, test as base, type Recital } from './recital.ts';
import { startTrainerServer, sticksFolderOf } from './trainer.ts';

const command = join(import.meta.dirname, '../../main/cli/recital.js');

interface TrainersMachine {
  /** With the key that lets a page in. */
  readonly trainerUrl: string;
}

/** Hands files to Recital as the trainer's page does. */
async function offer(trainerUrl: string, files: readonly (readonly [string, Uint8Array])[]) {
  const { origin } = new URL(trainerUrl);
  const page = await fetch(trainerUrl);
  const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';');
  for (const [name, bytes] of files) {
    const reply = await fetch(`${origin}/api/offer?${new URLSearchParams({ name })}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', cookie },
      body: bytes as Uint8Array<ArrayBuffer>,
    });
    if (!reply.ok) throw new Error(await reply.text());
  }
}

const offeredFrom = async ({ later, forged }: Stick) => [
  ['Report M.2516.docx', new Uint8Array(2516)] as const,
  ['An evening at sea.tour.json', new Uint8Array(99)] as const,
  [basename(later), await readFile(later)] as const,
  [basename(forged), await readFile(forged)] as const,
  ['setup.exe', new Uint8Array(2)] as const,
];

/** The screens that only a trainer has, on a machine with two more packs, one on a stick, and files that wait to be added. */
export const test = base.extend<{ trainers: Recital }, { machine: TrainersMachine }>({
  machine: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'recital-screens-'));
      const data = join(folder, 'data');
      const stick = await makeStick(folder);
      const env = { ...process.env, RECITAL_DATA: data };
      const pack = (...words: string[]) =>
        promisify(execFile)(process.execPath, [command, 'pack', ...words], { env });
      await pack('trust', stick.first);
      await pack('install', stick.first);
      await pack('install', stick.unsigned, '--accept');
      const plugged = join(sticksFolderOf(data), 'HARBOUR');
      await mkdir(plugged, { recursive: true });
      await cp(stick.later, join(plugged, basename(stick.later)));
      const server = await startTrainerServer(data);
      await offer(server.trainerUrl, await offeredFrom(stick));
      await use({ trainerUrl: server.trainerUrl });
      await server.end();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  trainers: async ({ page, machine }, use) => {
    await page.goto(machine.trainerUrl);
    await use(recitalIn(page, `${new URL(machine.trainerUrl).origin}/`));
  },
});

export { expect } from '@playwright/test';
export type { Recital } from './recital.ts';
