import type { IpcMain as ElectronIpcMain } from 'electron';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { answerCalls } from '../../main/app/calls.ts';
import type { Api } from '../../main/contract/api.ts';
import { dispatch, type Reach } from '../../main/contract/requests.ts';
import { startShare } from '../../main/share/index.ts';
import { createInvoke, IpcMain } from '../desktop/stand-in/ipc.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** One way from a caller to the Api. */
export interface Wire {
  readonly name: string;
  readonly reach: Reach;
  /** Joins the Api to the wire until the test is over; `report` is told of bugs. */
  join(api: Api, report: (bug: unknown) => void): Promise<Call>;
}

/** `hangUp` ends the connection of a call, where a wire has one for each. */
export type Call = (method: string, request: unknown, hangUp?: AbortSignal) => Promise<unknown>;

const inProcess: Wire = {
  name: 'in-process',
  reach: 'all',
  join: async (api, report) => (method, request) => dispatch(api, 'all', method, request, report),
};

const overIpc: Wire = {
  name: 'over IPC',
  reach: 'all',
  join: async (api, report) => {
    const ipcMain = new IpcMain();
    // Whatever a case names was handed over; that a page names nothing else is tried in `test/app`.
    const handed = { add: () => {}, covers: () => true };
    answerCalls(ipcMain as unknown as ElectronIpcMain, api, handed, report);
    const ourPage = {
      url: 'recital://app/desktop.html',
      origin: 'recital://app',
      parent: null,
    };
    const invoke = createInvoke(ipcMain, ourPage);
    return (method, request) => invoke('recital:call', method, request);
  },
};

const overHttp: Wire = {
  name: 'over HTTP',
  reach: 'room',
  join: async (api, report) => {
    const pages = join(temporaryFolder(), 'pages');
    mkdirSync(pages);
    writeFileSync(join(pages, 'browser.html'), '<!doctype html>');
    const options = { api, host: '127.0.0.1', port: 0, code: null, pages, report };
    const share = await startShare(options);
    if (!share.ok) throw new Error(share.error.message);
    onTestFinished(() => share.value.close());
    return async (method, request, hangUp) => {
      const response = await fetch(`${share.value.url}api/${method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
        ...(hangUp !== undefined && { signal: hangUp }),
      });
      return response.json();
    };
  },
};

export const wires: readonly Wire[] = [inProcess, overIpc, overHttp];
