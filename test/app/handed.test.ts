import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerCalls } from '../../main/app/calls.ts';
import { createHanded } from '../../main/app/handed.ts';
import { createClient } from '../../main/contract/api.ts';
import { done } from '../../main/contract/failure.ts';
import { createInvoke, IpcMain } from '../desktop/stand-in/ipc.ts';

const folder = resolve('given');

describe('what was handed over', () => {
  const handed = createHanded();
  handed.add([folder, resolve('one.txt')]);
  it.each([
    [resolve('one.txt'), true],
    [folder, true],
    [join(folder, 'sub', 'file.txt'), true],
    [join(folder, '..', 'one.txt'), true],
    [join(folder, '..', 'other.txt'), false],
    [`${folder}-beside`, false],
    [resolve('one.txt.bak'), false],
    [resolve('/etc/passwd'), false],
  ])('covers %s: %s', (path, expected) => {
    expect(handed.covers(path)).toBe(expected);
  });
});

/** A page that calls, and what a person chooses in the dialogues. */
function page() {
  const asked: string[] = [];
  const answers: Record<string, unknown> = {
    pickFiles: { files: [{ path: resolve('picked.txt') }] },
    pickFolder: { folder },
    sticks: { files: [{ path: resolve('stick/a.recital') }] },
    offer: { path: resolve('data/offered/1/a.txt') },
  };
  const api = createClient(((method: string) => {
    asked.push(method);
    return Promise.resolve(done(answers[method] ?? 'answered'));
  }) as never);
  const ipcMain = new IpcMain();
  const handed = createHanded();
  answerCalls(ipcMain as never, api, handed, () => {});
  const sender = { url: 'recital://app/desktop.html', origin: 'recital://app', parent: null };
  const invoke = createInvoke(ipcMain, sender);
  return {
    asked,
    call: (method: string, request: unknown) => invoke('recital:call', method, request),
  };
}

const notAllowed = { ok: false, error: { code: 'not-allowed' } };

it.each([
  ['import', { paths: [resolve('/etc/passwd')] }],
  ['inspectPack', { path: resolve('/etc/passwd') }],
  ['installPack', { path: resolve('/etc/passwd'), isAccepted: true }],
  ['trustPublisher', { path: resolve('/etc/passwd') }],
  ['moveData', { to: resolve('/tmp/elsewhere') }],
  ['takeTour', { path: resolve('/etc/passwd') }],
  ['putAside', { paths: [resolve('/etc/passwd')] }],
])('a page may not name by %s a file that nobody handed over', async (method, request) => {
  const { call, asked } = page();
  expect(await call(method, request)).toMatchObject(notAllowed);
  expect(asked).toEqual([]);
});

it('a page may name the packs on a stick that somebody plugged in, once it was told of them', async () => {
  const { call } = page();
  const pack = { path: resolve('stick/a.recital') };
  expect(await call('inspectPack', pack)).toMatchObject(notAllowed);
  await call('sticks', {});
  expect(await call('inspectPack', pack)).toMatchObject({ ok: true });
  expect(await call('installPack', pack)).toMatchObject({ ok: true });
  expect(await call('inspectPack', { path: resolve('stick/b.recital') })).toMatchObject(notAllowed);
});

it('a page may name what was chosen in a dialogue or handed over by its bytes', async () => {
  const { call } = page();
  await call('pickFiles', {});
  await call('pickFolder', {});
  await call('offer', { name: 'a.txt', bytes: new Uint8Array([1]) });
  const paths = [resolve('picked.txt'), join(folder, 'x.txt'), resolve('data/offered/1/a.txt')];
  expect(await call('import', { paths })).toMatchObject({ ok: true });
  expect(await call('moveData', { to: folder })).toMatchObject({ ok: true });
  expect(await call('import', { paths: [...paths, resolve('other.txt')] })).toMatchObject(
    notAllowed,
  );
});
