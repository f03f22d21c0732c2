import type { IpcMain, WebContents } from 'electron';
import * as v from 'valibot';
import { dropChannel, languageChannel } from './channel.ts';
import { isOurPage } from './sender.ts';
import { isShellLanguage, type ShellLanguage } from './words/index.ts';

const dropped = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(4096))),
  v.maxLength(1000),
);

/** Hears what the preload script tells of our page, and of no other. */
export function listenToPages(
  ipcMain: Pick<IpcMain, 'on'>,
  told: {
    dropped(paths: readonly string[], on: WebContents): void;
    speaks(language: ShellLanguage): void;
  },
): void {
  ipcMain.on(dropChannel, (event, paths: unknown) => {
    const read = v.safeParse(dropped, paths);
    if (isOurPage(event) && read.success) told.dropped(read.output, event.sender);
  });
  ipcMain.on(languageChannel, (event, language: unknown) => {
    if (isOurPage(event) && isShellLanguage(language)) told.speaks(language);
  });
}
