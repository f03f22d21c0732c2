import type { App, Dialog } from 'electron';
import { words } from './words.ts';

const stay = 0;

/**
 * A page with something that could not be saved holds its window open. A browser asks then whether to leave; Electron only
 * stays, so the shell asks.
 */
export function askBeforeLeaving(
  app: Pick<App, 'on'>,
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-prevent-unload', (event) => {
      const chosen = dialog.showMessageBoxSync({
        type: 'warning',
        message: words.notSaved,
        detail: words.notSavedDetail,
        buttons: [words.stay, words.leave],
        defaultId: stay,
        cancelId: stay,
      });
      // What is prevented here is that the page stays.
      if (chosen !== stay) event.preventDefault();
    });
  });
}
