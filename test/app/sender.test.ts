import type { IpcMain as ElectronIpcMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { answerCalls } from '../../main/app/calls.ts';
import { listenToPages } from '../../main/app/from-pages.ts';
import { createHanded } from '../../main/app/handed.ts';
import { createClient } from '../../main/contract/api.ts';
import { done } from '../../main/contract/failure.ts';
import { createInvoke, IpcMain, type Sender } from '../desktop/stand-in/ipc.ts';

const api = createClient((() => Promise.resolve(done('answered'))) as never);

const ourPage: Sender = {
  url: 'recital://app/desktop.html#/search?q=imt',
  origin: 'recital://app',
  parent: null,
};

function callAs(sender: Sender | null): Promise<unknown> {
  const ipcMain = new IpcMain();
  answerCalls(ipcMain as unknown as ElectronIpcMain, api, createHanded(), () => {});
  return createInvoke(ipcMain, sender)('recital:call', 'about', {});
}

describe('a call over IPC', () => {
  it('is answered for the main frame of our page, wherever in it the person is', async () => {
    expect(await callAs(ourPage)).toEqual({ ok: true, value: 'answered' });
    expect(await callAs({ ...ourPage, url: 'recital://app/desktop.html' })).toMatchObject({
      ok: true,
    });
  });

  it.each<[what: string, sender: Sender | null]>([
    ['a frame inside our page', { ...ourPage, parent: ourPage }],
    ['a frame that has gone', null],
    [
      'a page of another site',
      { url: 'https://example.org/', origin: 'https://example.org', parent: null },
    ],
    ['a file', { url: 'file:///recital://app/desktop.html', origin: 'file://', parent: null }],
    ['a sandboxed form of our page', { ...ourPage, origin: 'null' }],
    ['another page of our origin', { ...ourPage, url: 'recital://app/browser.html' }],
    ['a blank page that inherited our origin', { ...ourPage, url: 'about:blank' }],
    [
      'another host of our scheme',
      { url: 'recital://app.evil/desktop.html', origin: 'recital://app.evil', parent: null },
    ],
    [
      'a name that ends like ours',
      { url: 'https://x/?recital://app/desktop.html', origin: 'https://x', parent: null },
    ],
  ])('is refused for %s', async (_what, sender) => {
    expect(await callAs(sender)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});

function tellAs(sender: Sender | null, channel: string, told: unknown) {
  const ipcMain = new IpcMain();
  const heard: unknown[] = [];
  listenToPages(ipcMain as unknown as ElectronIpcMain, {
    dropped: (paths) => heard.push(...paths),
    speaks: (language) => heard.push(language),
  });
  ipcMain.hear({ senderFrame: sender }, channel, [told]);
  return heard;
}

describe('what the preload script tells', () => {
  const frame: Sender = { ...ourPage, parent: ourPage };

  it('is heard of our page, and of no other', () => {
    expect(tellAs(ourPage, 'recital:drop', ['/a', '/b'])).toEqual(['/a', '/b']);
    expect(tellAs(ourPage, 'recital:language', 'fr')).toEqual(['fr']);
    for (const sender of [frame, null]) {
      expect(tellAs(sender, 'recital:drop', ['/a'])).toEqual([]);
      expect(tellAs(sender, 'recital:language', 'fr')).toEqual([]);
    }
  });

  it.each<[channel: string, told: unknown]>([
    ['recital:drop', 'x'],
    ['recital:drop', [1]],
    ['recital:drop', ['']],
    ['recital:drop', Array.from({ length: 1001 }, () => '/a')],
    ['recital:language', 'xx'],
    ['recital:language', '__proto__'],
    ['recital:language', null],
  ])('is passed over where %s brings %j', (channel, told) => {
    expect(tellAs(ourPage, channel, told)).toEqual([]);
  });
});
