import type { BrowserWindow, Rectangle, Screen } from 'electron';
import { isStartPage } from './address.ts';

/** The name that our page gives to the one window that it may open. */
const projectorName = 'recital-projector';

/** Whether a page asks for the projector's window: our start page, at what the room sees. */
export function isProjector(details: {
  readonly url: string;
  readonly frameName: string;
}): boolean {
  const [, place = ''] = details.url.split('#');
  return (
    details.frameName === projectorName && isStartPage(details.url) && place.startsWith('/stage/')
  );
}

type Displays = Pick<Screen, 'getAllDisplays' | 'getDisplayMatching'>;

/** The first display on which the presenter's window is not; null where there is but one. */
function otherDisplay(screen: Displays, presenter: Rectangle): Rectangle | null {
  const own = screen.getDisplayMatching(presenter).id;
  return screen.getAllDisplays().find(({ id }) => id !== own)?.bounds ?? null;
}

/** Puts the projector's window on the second display, over the whole of it; with one display it stays as it opened. */
export function placeProjector(
  window: Pick<BrowserWindow, 'setBounds' | 'setFullScreen'>,
  screen: Displays,
  presenter: Rectangle,
): void {
  const bounds = otherDisplay(screen, presenter);
  if (bounds === null) return;
  window.setBounds(bounds);
  window.setFullScreen(true);
}
