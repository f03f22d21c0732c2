import { signal, type ReadonlySignal } from '@preact/signals';
import { onTheWay } from './on-the-way.ts';
import { readHash, type Route } from './places/index.ts';

/**
 * One arrival at a place. `scroll` is how far down it was left, in CSS pixels, where a person comes back to it;
 * null where they come to it anew.
 */
export interface Visit {
  readonly route: Route;
  readonly hash: string;
  readonly scroll: number | null;
  readonly isFirst: boolean;
}

export interface Router {
  readonly visit: ReadonlySignal<Visit>;
  go(href: string): void;
  /** Writes what a person narrowed on the open screen into its address; no visit, nothing is loaded. */
  rename(href: string): void;
}

const storageName = 'recital.scrolls';

/** The address bar as a signal of visits. Each history entry has a key, and each key a scroll position. */
export function createRouter(view: Window): Router {
  const { history, location } = view;
  const scrolls = readScrolls(view);
  // The browser would restore before the screen has its data.
  history.scrollRestoration = 'manual';

  let key = entryKey(history) ?? giveKey(history);
  const visit = signal<Visit>({
    ...arrival(true),
    scroll: scrolls.get(key) ?? entryScroll(history),
  });

  function arrival(isFirst: boolean) {
    return { route: readHash(location.hash), hash: location.hash, isFirst };
  }

  function go(href: string): void {
    if (href !== location.hash) {
      history.pushState(null, '', href);
      key = giveKey(history);
    }
    visit.value = { ...arrival(false), scroll: null };
  }

  view.addEventListener('popstate', () => {
    const known = entryKey(history);
    key = known ?? giveKey(history);
    const scroll = scrolls.get(key) ?? entryScroll(history) ?? 0;
    visit.value = { ...arrival(false), scroll: known === null ? null : scroll };
  });
  const keepSoon = onTheWay(view, () => {
    writeScrolls(view, scrolls);
    // The desktop program keeps the history itself where it breaks down, and nothing else of a page.
    history.replaceState({ key, scroll: scrolls.get(key) ?? 0 }, '');
  });
  view.addEventListener(
    'scroll',
    () => {
      scrolls.set(key, view.scrollY);
      keepSoon();
    },
    { passive: true },
  );
  view.document.addEventListener('click', (event) => {
    const href = plainClickOn(event);
    if (href === null) return;
    event.preventDefault();
    go(href);
  });
  return { visit, go, rename: (href) => history.replaceState(history.state, '', href) };
}

/** The place that an ordinary click leads to; null for any other click, which stays the browser's. */
function plainClickOn(event: MouseEvent): string | null {
  const isPlain =
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  return event.target.closest('a[href^="#/"]')?.getAttribute('href') ?? null;
}

function entryKey(history: History): string | null {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'key' in state ? String(state.key) : null;
}

/** How far down an entry was left; null where it does not say. */
function entryScroll(history: History): number | null {
  const state = history.state as { readonly scroll?: unknown } | null;
  return typeof state?.scroll === 'number' ? state.scroll : null;
}

function giveKey(history: History): string {
  const key = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  history.replaceState({ key }, '');
  return key;
}

// Storage may be refused or hold nonsense; then a reload starts at the top.
function readScrolls(view: Window): Map<string, number> {
  try {
    return new Map(
      JSON.parse(view.sessionStorage.getItem(storageName) ?? '[]') as [string, number][],
    );
  } catch {
    return new Map();
  }
}

function writeScrolls(view: Window, scrolls: ReadonlyMap<string, number>): void {
  try {
    view.sessionStorage.setItem(storageName, JSON.stringify([...scrolls].slice(-200)));
  } catch {
    // Nothing is lost but the scroll position after a reload.
  }
}
