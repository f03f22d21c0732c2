import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRouter } from '../../renderer/state/router.ts';

interface Entry {
  state: unknown;
  hash: string;
}

/** A window with a history, which outlives a page that breaks down; what the page keeps for itself does not. */
function windowAt(entry: Entry, kept = new Map<string, string>()) {
  const heard = new Map<string, () => void>();
  const view = {
    scrollY: 0,
    location: entry,
    document: { addEventListener: () => {} },
    history: {
      scrollRestoration: 'auto',
      get state() {
        return entry.state;
      },
      replaceState: (state: unknown, _title: string, href = entry.hash) => {
        entry.state = state;
        entry.hash = href;
      },
      pushState: (state: unknown, _title: string, href: string) => {
        entry.state = state;
        entry.hash = href;
      },
    },
    sessionStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    },
    addEventListener: (name: string, hear: () => void) => heard.set(name, hear),
    setTimeout: (act: () => void, after: number) => setTimeout(act, after),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
  };
  const scrollTo = (down: number): void => {
    view.scrollY = down;
    heard.get('scroll')?.();
  };
  return { view: view as unknown as Window, scrollTo };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reader = '#/wtsa/resolution/92@2024';

test('a page that broke down comes back how far down it was, and how its history says', () => {
  const entry: Entry = { state: null, hash: reader };
  const { view, scrollTo } = windowAt(entry);
  const { visit } = createRouter(view);
  expect(visit.value.scroll).toBeNull();
  scrollTo(1200);
  scrollTo(1250);
  vi.runAllTimers();

  // Nothing of the page is left but the entry of its history.
  const again = createRouter(windowAt(entry).view);
  expect(again.visit.value).toMatchObject({ hash: reader, scroll: 1250, isFirst: true });
});

test('a place that is new begins at its top', () => {
  const entry: Entry = { state: null, hash: reader };
  const { view, scrollTo } = windowAt(entry);
  const { go, visit } = createRouter(view);
  scrollTo(1200);
  vi.runAllTimers();
  go('#/map');
  expect(visit.value).toMatchObject({ hash: '#/map', scroll: null });
  expect(createRouter(windowAt(entry).view).visit.value.scroll).toBeNull();
});
