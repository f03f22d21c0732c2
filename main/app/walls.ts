import type { App, Session, WebContents } from 'electron';
import { isStartPage, origin } from './address.ts';

/** Closes every way out of our pages, for each window there will be. */
export function closeWalls(app: App, session: Session): void {
  app.on('web-contents-created', (_event, contents) => keepIn(contents));

  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());

  // The program asks nothing of any network, whatever a page tries.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOurs = url.startsWith(`${origin}/`) || url.startsWith('devtools://');
    answer({ cancel: !isOurs });
  });
}

/** A page stays where it is: no other page in its place, in a frame, in a new window or in a web view. */
function keepIn(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isStartPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
