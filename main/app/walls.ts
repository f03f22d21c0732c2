import type { App, BrowserWindow, Session, WebContents, WebPreferences } from 'electron';
import { isStartPage, origin } from './address.ts';
import { isProjector } from './projector.ts';

/** The one window that a page of ours may open: the projector's. */
interface Projector {
  readonly preferences: WebPreferences;
  /** Told of it and of the page that opened it. */
  readonly place: (window: BrowserWindow, opener: WebContents) => void;
}

/** Closes every way out of our pages, for each window there will be. */
export function closeWalls(app: App, session: Session, projector: Projector): void {
  app.on('web-contents-created', (_event, contents) => keepIn(contents, projector));

  // A page of ours may fill the display, and nothing else.
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === 'fullscreen' && isStartPage(contents?.getURL() ?? '')),
  );
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // What a page of ours has made itself may be kept, wherever the person chooses.
  session.on('will-download', (event, item) => {
    if (!isMadeHere(item.getURL())) event.preventDefault();
  });

  // The program asks nothing of any network, whatever a page tries.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOurs = url.startsWith(`${origin}/`) || isMadeHere(url) || url.startsWith('devtools://');
    answer({ cancel: !isOurs });
  });
}

/** Whether an address names what a page of ours holds in its memory. */
const isMadeHere = (url: string): boolean => url.startsWith(`blob:${origin}/`);

/**
 * A page stays where it is: no other page in its place, in a frame, in a new window or in a web view, but for the projector's
 * window, which has the same walls.
 */
function keepIn(contents: WebContents, { preferences, place }: Projector): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isStartPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler((details) =>
    isProjector(details) && isStartPage(contents.getURL())
      ? {
          action: 'allow',
          overrideBrowserWindowOptions: { autoHideMenuBar: true, webPreferences: preferences },
        }
      : { action: 'deny' },
  );
  contents.on('did-create-window', (window) => place(window, contents));
}
