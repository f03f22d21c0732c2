import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import {
  dataFolder,
  dataPlace,
  missingDataFolder,
  movedNote,
  noteDataFolder,
  windowFolder,
} from '../../main/service/index.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

let home: string;
let usual: string;

beforeEach(() => {
  home = temporaryFolder();
  usual = join(home, '.local/share/recital');
});

const linux = (more: { env?: Record<string, string>; executable?: string | null } = {}) => ({
  env: {},
  platform: 'linux',
  home,
  executable: null,
  ...more,
});

/** A program in a folder of its own with the marker beside it; answers with the file that runs. */
async function onStick(file: string): Promise<{ stick: string; executable: string }> {
  const stick = join(home, 'stick');
  await mkdir(stick);
  await writeFile(join(stick, 'recital-portable.txt'), '');
  return { stick, executable: join(stick, file) };
}

test('a program with the marker beside it keeps all data beside it, and nothing can move it', async () => {
  const { stick, executable } = await onStick('recital');
  expect(dataPlace(linux({ executable }))).toEqual({
    folder: join(stick, 'recital-data'),
    isPortable: true,
    canMove: false,
  });
  // Nothing is made before something is written.
  expect(await readdir(stick)).toEqual(['recital-portable.txt']);
});

test('a program without the marker keeps data in the usual place, which can be changed', () => {
  expect(dataPlace(linux({ executable: join(home, 'opt/Recital/recital') }))).toEqual({
    folder: usual,
    isPortable: false,
    canMove: true,
  });
});

test('the marker lies beside what the person sees: an AppImage, a portable exe, an app on macOS', async () => {
  const { stick } = await onStick('');
  const elsewhere = join(home, 'tmp/unpacked/recital');
  const data = join(stick, 'recital-data');
  expect(
    dataFolder(
      linux({ env: { APPIMAGE: join(stick, 'Recital.AppImage') }, executable: elsewhere }),
    ),
  ).toBe(data);
  expect(
    dataFolder({
      ...linux({ executable: elsewhere }),
      platform: 'win32',
      env: { PORTABLE_EXECUTABLE_FILE: join(stick, 'Recital.exe') },
    }),
  ).toBe(data);
  expect(
    dataFolder({
      ...linux({ executable: join(stick, 'Recital.app/Contents/MacOS/Recital') }),
      platform: 'darwin',
    }),
  ).toBe(data);
});

test('what another program left in the environment names no place of ours', async () => {
  const { stick } = await onStick('');
  const env = { APPIMAGE: join(stick, 'Other.AppImage') };
  expect(dataPlace(linux({ env })).isPortable).toBe(false);
  expect(
    dataPlace({ ...linux({ env, executable: 'C:/Recital/Recital.exe' }), platform: 'win32' })
      .isPortable,
  ).toBe(false);
});

test('RECITAL_DATA wins over the marker and over a moved folder', async () => {
  const { executable } = await onStick('recital');
  await noteDataFolder(join(home, 'moved'), linux());
  expect(dataPlace(linux({ executable, env: { RECITAL_DATA: '/data' } }))).toEqual({
    folder: '/data',
    isPortable: false,
    canMove: false,
  });
});

test('a moved folder is found again at every start, by the program and by the command', async () => {
  const moved = join(home, 'Documents/Recital é');
  await noteDataFolder(moved, linux());
  expect(dataPlace(linux())).toEqual({ folder: moved, isPortable: false, canMove: true });
  expect(dataFolder(linux({ executable: join(home, 'opt/recital') }))).toBe(moved);
  expect(await readdir(usual)).toEqual([movedNote]);
});

test('a folder that moves home leaves no note', async () => {
  await noteDataFolder(join(home, 'moved'), linux());
  await noteDataFolder(usual, linux());
  expect(dataFolder(linux())).toBe(usual);
  expect(await readdir(usual)).toEqual([]);
});

test('a moved folder that is not there is told from one that nothing was written to yet', async () => {
  expect(missingDataFolder(linux())).toBeNull();
  const moved = join(home, 'stick/Recital');
  await noteDataFolder(moved, linux());
  expect(missingDataFolder(linux())).toBe(moved);
  await mkdir(moved, { recursive: true });
  expect(missingDataFolder(linux())).toBeNull();
  expect(missingDataFolder(linux({ env: { RECITAL_DATA: '/nowhere' } }))).toBeNull();
});

test.each(['', 'Documents/Recital\n', '\n/somewhere\n', '../elsewhere'])(
  'a note that names no whole path (%j) is as good as none',
  async (text) => {
    await mkdir(usual, { recursive: true });
    await writeFile(join(usual, movedNote), text);
    expect(dataFolder(linux())).toBe(usual);
  },
);

test('a note that somebody wrote with another editor is read', async () => {
  await mkdir(usual, { recursive: true });
  await writeFile(join(usual, movedNote), `\uFEFF${home}/moved\r\n\r\n`);
  expect(dataFolder(linux())).toBe(join(home, 'moved'));
});

test('a folder that no note can name is refused', async () => {
  await expect(noteDataFolder('relative', linux())).rejects.toThrow('whole path');
  await expect(noteDataFolder('/a\n/b', linux())).rejects.toThrow('whole path');
});

test('what windows keep goes with a stick, and stays where data that is moved is usual', async () => {
  const { stick, executable } = await onStick('recital');
  expect(windowFolder(linux({ executable }))).toBe(join(stick, 'recital-data/window'));
  expect(windowFolder(linux({ env: { RECITAL_DATA: '/data' } }))).toBe(join('/data', 'window'));
  await noteDataFolder(join(home, 'elsewhere'), linux());
  expect(windowFolder(linux())).toBe(join(usual, 'window'));
});
