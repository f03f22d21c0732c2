import type { App, Dialog } from 'electron';
import type { ShellWords } from './words/index.ts';

const stay = 0;

/**
 * A page with something that could not be saved holds its window open. A browser asks then whether to leave; Electron only
 * stays, so the shell asks.
 */
export function askBeforeLeaving(
  app: Pick<App, 'on'>,
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
  words: () => ShellWords,
  stayed: () => void,
): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-prevent-unload', (event) => {
      const said = words();
      const chosen = dialog.showMessageBoxSync({
        type: 'warning',
        message: said.notSaved,
        detail: said.notSavedDetail,
        buttons: [said.stay, said.leave],
        defaultId: stay,
        cancelId: stay,
      });
      // What is prevented here is that the page stays.
      if (chosen !== stay) event.preventDefault();
      else stayed();
    });
  });
}
