import { contextBridge, ipcRenderer } from 'electron';
import { callChannel } from './channel.ts';

// All that a page of ours gets from Electron. The main script checks who calls, and validates what it is given.
contextBridge.exposeInMainWorld('recital', {
  call: (method: string, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(callChannel, method, request),
});
