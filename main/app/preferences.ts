import { join } from 'node:path';
import type { WebPreferences } from 'electron';
import { hasSpeller } from './quiet.ts';

/** What pages may do, in every window of ours. */
export const preferences = (appFolder: string, hasDevTools: boolean): WebPreferences => ({
  preload: join(appFolder, 'preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: hasSpeller(process.platform),
  devTools: hasDevTools,
});
