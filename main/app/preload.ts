import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, newsChannel } from './channel.ts';

// All that a page of ours gets from Electron. The main script checks who calls, and validates what it is given.
contextBridge.exposeInMainWorld('recital', {
  call: (method: string, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(callChannel, method, request),
  /** Tells of each change of the room's news, until the answer is called. */
  onNews: (listener: (news: unknown) => void): (() => void) => {
    // The event itself stays here: it would give the page its sender.
    const pass = (_event: unknown, news: unknown): void => listener(news);
    ipcRenderer.on(newsChannel, pass);
    return () => ipcRenderer.off(newsChannel, pass);
  },
});
