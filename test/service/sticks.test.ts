import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { StickFile } from '../../main/contract/machine.ts';
import { createSticks } from '../../main/service/machine/sticks.ts';
import { mountsOf, systemVolumes, type Volumes } from '../../main/service/machine/volumes.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** A stick with files of these names. */
function stickWith(...names: string[]): string {
  const stick = temporaryFolder();
  for (const name of names) {
    mkdirSync(dirname(join(stick, name)), { recursive: true });
    writeFileSync(join(stick, name), 'pack');
  }
  return stick;
}

type Sticks = ReturnType<typeof createSticks>;

async function look({ sticks }: Sticks): Promise<readonly StickFile[]> {
  const reply = await sticks({});
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.files;
}

const on = (...volumes: string[]): Sticks => createSticks(async () => volumes, 60_000);
const namesOn = async (...volumes: string[]): Promise<string[]> =>
  (await look(on(...volumes))).map(({ name }) => name);

test('packs are found at the root and one folder down, by their ending alone', async () => {
  const stick = stickWith('b.RECITAL', 'packs/a.recital', 'packs/deep/c.recital', 'notes.txt');
  expect(await look(on(stick))).toEqual([
    { path: join(stick, 'b.RECITAL'), name: 'b.RECITAL', stick: basename(stick), bytes: 4 },
    { path: join(stick, 'packs/a.recital'), name: 'a.recital', stick: basename(stick), bytes: 4 },
  ]);
});

test('no link leads out of a stick, and what systems leave there is passed over', async () => {
  const elsewhere = stickWith('secret.recital');
  const stick = stickWith('._a.recital', '.Trashes/b.recital', '$RECYCLE.BIN/c.recital');
  symlinkSync(elsewhere, join(stick, 'folder'), 'junction');
  symlinkSync(join(elsewhere, 'secret.recital'), join(stick, 'link.recital'), 'file');
  mkdirSync(join(stick, 'folder.recital'));
  expect(await namesOn(stick)).toEqual([]);
});

test('each file is named once, however often and however deep its volume is listed', async () => {
  const stick = stickWith('a.recital', 'inner/b.recital');
  expect(await namesOn(stick, stick, join(stick, 'inner'))).toEqual(['a.recital', 'b.recital']);
});

test('no more than a hundred are named', async () => {
  const names = Array.from({ length: 120 }, (_none, at) => `${at}.recital`);
  expect(await namesOn(stickWith(...names))).toHaveLength(100);
});

test('what is pulled out is named no longer, and a volume that is not there has nothing', async () => {
  const stick = stickWith('a.recital');
  let volumes = [stick, join(stick, 'missing')];
  const sticks = createSticks(async () => volumes, 60_000);
  expect(await look(sticks)).toHaveLength(1);
  volumes = [];
  expect(await look(sticks)).toEqual([]);
});

const hanging = vi.hoisted(() => ({ places: new Set<string>(), asked: [] as string[] }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const opendir: typeof real.opendir = async (path, options) => {
    hanging.asked.push(String(path));
    if (hanging.places.has(String(path))) await new Promise(() => {});
    return real.opendir(path, options);
  };
  return { ...real, opendir };
});

test('a volume that never answers keeps no other from being found, and is not asked twice', async () => {
  const dead = temporaryFolder();
  hanging.places.add(dead);
  const [one, two] = [stickWith('a.recital'), stickWith('b.recital')];
  const sticks = createSticks(async () => [dead, one, two], 50);
  const found = async () => (await look(sticks)).map(({ name }) => name);
  await vi.waitFor(async () => expect(await found()).toEqual(['a.recital', 'b.recital']));
  expect(hanging.asked.filter((path) => path === dead)).toHaveLength(1);
});

test('volumes that never answer keep no more than two threads of the program', async () => {
  const dead = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  for (const each of dead) hanging.places.add(each);
  const sticks = createSticks(async () => dead, 5);
  for (let times = 0; times < 3; times += 1) expect(await look(sticks)).toEqual([]);
  expect(hanging.asked.filter((path) => dead.includes(path))).toHaveLength(2);
});

test('on Linux the devices under the folders of what is plugged in are volumes, and nothing that comes over a network', () => {
  expect(
    mountsOf(
      [
        '22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw',
        '23 22 8:3 / /home rw shared:2 - ext4 /dev/sda3 rw',
        '36 22 8:17 / /media/ada/MY\\040STICK rw,nosuid shared:3 master:1 - vfat /dev/sdb1 rw',
        '37 22 8:33 / /run/media/ada/DISK rw - fuseblk /dev/sdc1 rw',
        '38 22 8:33 / /run/media/ada/DISK rw - fuseblk /dev/sdc1 rw',
        '39 22 0:50 / /mnt/share rw - nfs4 server:/export rw',
        '40 22 0:51 / /mnt/windows rw - cifs //server/share rw',
        '41 22 8:49 / /mnt rw - exfat /dev/sdd1 rw',
        '42 22 8:65 / /mediatheque rw - ext4 /dev/sde1 rw',
        '',
      ].join('\n'),
    ),
  ).toEqual(['/media/ada/MY STICK', '/run/media/ada/DISK', '/mnt']);
});

test('a folder that is named to the program stands for the place where sticks are', async () => {
  const folder = stickWith('STICK/a.recital', 'file.recital');
  symlinkSync(join(folder, 'STICK'), join(folder, 'link'), 'junction');
  vi.stubEnv('RECITAL_STICKS', folder);
  expect(await systemVolumes()).toEqual([join(folder, 'STICK')]);
  rmSync(folder, { recursive: true });
  expect(await systemVolumes()).toEqual([]);
  vi.unstubAllEnvs();
});

test('whatever this system has plugged in is looked through without an error', async () => {
  const volumes: Volumes = systemVolumes;
  for (const { name } of await look(createSticks(volumes, 5000)))
    expect(name).toMatch(/\.recital$/i);
});
