import type { App, BrowserWindow, Session, WebContents, WebPreferences } from 'electron';
import { isStartPage, origin, placeIn } from './address.ts';
import { isProjector } from './projector.ts';

/** The windows that a page of ours may ask for. */
interface Opening {
  /** For the projector's window, the one that a page opens itself. */
  readonly preferences: WebPreferences;
  /** Told of that window and of the page that opened it. */
  readonly place: (window: BrowserWindow, opener: WebContents) => void;
  /** Opens a window of ours, where a person asked for a link in one of its own. */
  readonly openWindow: (place: string) => void;
}

/** Closes every way out of our pages, for each window there will be. */
export function closeWalls(app: App, session: Session, opening: Opening): void {
  app.on('web-contents-created', (_event, contents) => keepIn(contents, opening));

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
 * window, which has the same walls. A link to a place of ours that a person clicks with Ctrl or Shift opens there in a window
 * that the program makes, and that the page has no hold of.
 */
function keepIn(contents: WebContents, { preferences, place, openWindow }: Opening): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isStartPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler((details) => {
    const isFromUs = isStartPage(contents.getURL());
    if (isFromUs && isProjector(details))
      return {
        action: 'allow',
        overrideBrowserWindowOptions: { autoHideMenuBar: true, webPreferences: preferences },
      };
    const wanted = placeIn(details.url);
    if (isFromUs && wanted !== null && byClick.has(details.disposition)) openWindow(wanted);
    return { action: 'deny' };
  });
  contents.on('did-create-window', (window) => place(window, contents));
}

/** How a link is opened that was clicked with Ctrl, with Shift or with the middle button. */
const byClick: ReadonlySet<string> = new Set(['background-tab', 'new-window']);
