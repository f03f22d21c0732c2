import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSingleKeys } from '../../renderer/state/single-keys.ts';

class Place extends EventTarget {
  readonly #isField: boolean;
  constructor(isField: boolean) {
    super();
    this.#isField = isField;
  }
  matches(): boolean {
    return this.#isField;
  }
}

beforeEach(() => vi.stubGlobal('Element', Place));
afterEach(() => vi.unstubAllGlobals());

/** A window whose keys come from a place of the page, and what it keeps. */
function windowWith(kept: string | null, isField = false) {
  const stored = new Map(kept === null ? [] : [['recital.single-keys', kept]]);
  const localStorage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  };
  const view = Object.assign(new Place(isField), { localStorage }) as unknown as Window;
  return { view, stored };
}

/** Whether a shortcut of the page hears a key. */
function hears(view: Window, key: string, held: Partial<KeyboardEvent> = {}): boolean {
  const shortcut = vi.fn<() => void>();
  view.addEventListener('keydown', shortcut);
  const none = { ctrlKey: false, metaKey: false, altKey: false };
  view.dispatchEvent(Object.assign(new Event('keydown'), { key, ...none, ...held }));
  view.removeEventListener('keydown', shortcut);
  return shortcut.mock.calls.length > 0;
}

test('letters and signs are shortcuts until a person puts them off, and again when they are put on', () => {
  const { view, stored } = windowWith(null);
  const keys = createSingleKeys(view);
  expect(keys.areOn.value).toBe(true);
  expect(hears(view, '/')).toBe(true);
  keys.choose(false);
  expect([hears(view, '/'), hears(view, 'g')]).toEqual([false, false]);
  expect(stored.get('recital.single-keys')).toBe('off');
  keys.choose(true);
  expect(hears(view, 'g')).toBe(true);
  expect(stored.size).toBe(0);
});

test('who put single keys off finds them off the next time', () => {
  const { view } = windowWith('off');
  expect(createSingleKeys(view).areOn.value).toBe(false);
  expect(hears(view, 'g')).toBe(false);
});

test('keys with Ctrl, Cmd or Alt, keys with a name and the space stay when single keys are off', () => {
  const { view } = windowWith('off');
  createSingleKeys(view);
  expect(hears(view, 'k', { ctrlKey: true })).toBe(true);
  expect(hears(view, 'k', { metaKey: true })).toBe(true);
  expect(hears(view, 'k', { altKey: true })).toBe(true);
  expect(hears(view, 'ArrowDown')).toBe(true);
  expect(hears(view, ' ')).toBe(true);
});

test('a sign outside the first plane is a single key too', () => {
  const { view } = windowWith('off');
  createSingleKeys(view);
  expect(hears(view, '𐐀')).toBe(false);
});

test('a field takes letters when single keys are off', () => {
  const { view } = windowWith('off', true);
  createSingleKeys(view);
  expect(hears(view, 'g')).toBe(true);
});
