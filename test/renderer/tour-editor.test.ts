import { expect, test } from 'vitest';
import { done } from '../../main/contract/failure.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { KeptTour, OwnTour } from '../../main/contract/own-tours.ts';
import { afterSaving } from '../../renderer/state/after-saving.ts';
import { emptyStop, withStop } from '../../renderer/state/tour-editor-change.ts';
import { createTourEditors, type TourChannel } from '../../renderer/state/tour-editor.ts';
import { createSmallApi, unreachable } from './small-api.ts';

const address = 'tour/own-a' as Address;
const tour = (title: string): OwnTour => ({
  address,
  title,
  lead: '',
  language: 'en',
  basedOn: null,
  stops: [],
});
const kept = (title: string): KeptTour => ({ tour: tour(title), attention: [] });

/** A browser window with nothing but what the editor asks of it. */
function smallWindow() {
  const stored = new Map<string, string>();
  const listeners = new Set<(event: Event) => void>();
  const view = {
    localStorage: {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => void stored.set(name, value),
      removeItem: (name: string) => void stored.delete(name),
    },
    addEventListener: (_kind: string, listener: (event: Event) => void) => listeners.add(listener),
  } as unknown as Window;
  return {
    view,
    stored,
    /** Whether the browser would ask before it leaves. */
    asksBeforeLeaving(): boolean {
      const event = new Event('beforeunload', { cancelable: true });
      for (const listener of listeners) listener(event);
      return event.defaultPrevented;
    },
  };
}

function open(stored: readonly [string, string][] = []) {
  const { api, calls } = createSmallApi();
  const browser = smallWindow();
  for (const [name, value] of stored) browser.stored.set(name, value);
  const told: Address[] = [];
  let hear: ((one: Address) => void) | null = null;
  const channel: TourChannel = {
    tell: (one) => told.push(one),
    hear(listener) {
      hear = listener;
    },
  };
  let time = 0;
  const editors = createTourEditors(api, browser.view, channel, () => (time += 1));
  return { editors, calls, browser, told, hear: (one: Address) => hear?.(one) };
}

const titled = (title: string) => (now: OwnTour) => ({ ...now, title });

test('every change is kept at once, undoing among them', async () => {
  const { editors, calls } = open();
  const editor = editors.open(kept('One'), []);
  editor.change(titled('Two'));
  await calls[0]?.answer(done(kept('Two')));
  editor.undo();
  await calls[1]?.answer(done(kept('One')));
  editor.redo();
  expect(calls.map(({ method }) => method)).toEqual(['keepTour', 'keepTour', 'keepTour']);
  expect(calls.map(({ request }) => (request['tour'] as OwnTour).title)).toEqual([
    'Two',
    'One',
    'Two',
  ]);
});

test('a field that is typed in is undone as one', () => {
  const { editors } = open();
  const editor = editors.open(kept(''), []);
  for (const text of ['A', 'A t', 'A tour']) editor.change(titled(text), 'title');
  editor.change((now) => withStop(now, emptyStop()));
  editor.undo();
  expect(editor.tour.value.title).toBe('A tour');
  editor.undo();
  expect(editor.tour.value.title).toBe('');
  expect(editor.canUndo.value).toBe(false);
});

test('the browser asks before it leaves as long as something is not saved', async () => {
  const { editors, calls, browser } = open();
  const editor = editors.open(kept('One'), []);
  expect(browser.asksBeforeLeaving()).toBe(false);
  editor.change(titled('Two'));
  expect(browser.asksBeforeLeaving()).toBe(true);
  await calls[0]?.answer(done(kept('Two')));
  expect(browser.asksBeforeLeaving()).toBe(false);
});

test('what could not be saved is kept in the browser, and is back in the next page', async () => {
  const first = open();
  const editor = first.editors.open(kept('One'), []);
  editor.change(titled('Typed in vain'));
  await first.calls[0]?.answer(unreachable);
  expect(editor.saving.value).toEqual({ kind: 'failed', code: 'unreachable' });
  expect(editor.tour.value.title).toBe('Typed in vain');

  const second = open([...first.browser.stored]);
  const again = second.editors.open(kept('One'), []);
  expect(again.isRestored).toBe(true);
  expect(again.tour.value.title).toBe('Typed in vain');
  await second.calls[0]?.answer(done(kept('Typed in vain')));
  expect(second.browser.stored.size).toBe(0);
  again.undo();
  expect(again.tour.value.title).toBe('One');
});

test('what is saved leaves nothing in the browser, and nonsense there is passed over', async () => {
  const { editors, calls, browser } = open([[`recital.unsaved.${address}`, '{nonsense']]);
  const editor = editors.open(kept('One'), []);
  expect(editor.isRestored).toBe(false);
  editor.change(titled('Two'));
  editor.change(titled('Three'));
  await calls[0]?.answer(done(kept('Two')));
  expect([...browser.stored.values()].join('')).toContain('Three');
  await calls[1]?.answer(done(kept('Three')));
  expect(browser.stored.size).toBe(0);
});

test('who comes back finds what could not be saved, and what can be undone', async () => {
  const { editors, calls } = open();
  const editor = editors.open(kept('One'), []);
  editor.change(titled('Two'));
  expect(editors.unsaved.value).toEqual([editor]);
  // The disk still has the older one.
  expect(editors.open(kept('One'), [])).toBe(editor);
  await calls[0]?.answer(done(kept('Two')));
  expect(editors.unsaved.value).toEqual([]);
  expect(editors.open(kept('Two'), []).canUndo.value).toBe(true);
  expect(editors.open(kept('Changed elsewhere'), []).canUndo.value).toBe(false);
});

test('a screen that is opened meanwhile waits until what was typed is on the disk', async () => {
  const { editors, calls } = open();
  const editor = editors.open(kept('One'), []);
  const { api, calls: asked } = createSmallApi();
  const forScreens = afterSaving(api, () => editors.settled());
  editor.change(titled('Two'));
  void forScreens.show({ address });
  void forScreens.about({});
  await calls[0]?.answer(unreachable);
  // What cannot be saved keeps nobody from reading.
  expect(asked.map(({ method }) => method)).toEqual(['about', 'show']);
  editor.change(titled('Three'));
});

test('what another page adds to the tour comes in, as a step that can be undone', async () => {
  const { editors, calls, hear, told } = open();
  const editor = editors.open(kept('One'), []);
  hear(address);
  await calls[0]?.answer(done(kept('From the other page')));
  expect(editor.tour.value.title).toBe('From the other page');
  editor.undo();
  expect(editor.tour.value.title).toBe('One');
  expect(calls.map(({ method }) => method)).toEqual(['ownTour', 'keepTour']);
  await calls[1]?.answer(done(kept('One')));
  expect(told).toEqual([address]);
});

test('while something is not saved, another page does not take its place', () => {
  const { editors, calls, hear } = open();
  editors.open(kept('One'), []).change(titled('Two'));
  hear(address);
  expect(calls.map(({ method }) => method)).toEqual(['keepTour']);
});
