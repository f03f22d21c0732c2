import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { startAgain } from '../../main/app/again.ts';

function restart(isPackaged: boolean, env: Readonly<Record<string, string>>) {
  const done: unknown[] = [];
  const app = Object.assign(new EventEmitter(), {
    isPackaged,
    relaunch: (options?: object) => done.push(options ?? 'as before'),
    releaseSingleInstanceLock: () => done.push('released'),
  });
  startAgain(app as never, { env, start: (file) => done.push(file) });
  const before = [...done];
  app.emit('quit');
  return { before, done };
}

it('what is installed is started as Electron does, and given nothing again', () => {
  expect(restart(true, {}).done).toEqual([{ args: [] }]);
});

it('a portable program is started from the file that a person started', () => {
  const env = { PORTABLE_EXECUTABLE_FILE: 'E:\\Recital.exe' };
  expect(restart(true, env).done).toEqual([{ args: [], execPath: 'E:\\Recital.exe' }]);
});

it('an image is started once this program has ended, which is then not in its way', () => {
  const { before, done } = restart(true, { APPIMAGE: '/media/stick/Recital.AppImage' });
  expect(before).toEqual([]);
  expect(done).toEqual(['released', '/media/stick/Recital.AppImage']);
});

it('in the project it is started as it was', () => {
  expect(restart(false, { APPIMAGE: '/some/editor.AppImage' }).done).toEqual(['as before']);
});
