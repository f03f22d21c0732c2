import { expect, test } from 'vitest';
import { done } from '../../main/contract/failure.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { OwnExhibit, OwnTour } from '../../main/contract/own-tours.ts';
import { createAddToTour } from '../../renderer/state/add-to-tour.ts';
import { emptyStop } from '../../renderer/state/tour-editor-change.ts';
import { createSmallApi, unreachable } from './small-api.ts';

const address = 'tour/own-a' as Address;
const exhibit = (place: string): OwnExhibit => ({
  kind: 'address',
  address: place as Address,
  quotation: null,
});
const tour: OwnTour = {
  address,
  title: 'Mine',
  lead: '',
  language: 'en',
  basedOn: null,
  stops: [
    { ...emptyStop(), id: 'a', show: [exhibit('term/imt')] },
    { ...emptyStop(), id: 'b' },
  ],
};
const keptTour = (one: OwnTour) => done({ tour: one, attention: [] });
const tours = (...addresses: string[]) =>
  done({ records: addresses.map((one) => ({ address: one, name: one })) } as never);
const titles = { tour: 'A new one', stop: 'Its stop', language: 'en' };
const wanted = { exhibit: exhibit('body/itu-t-sg-13'), name: 'Study Group 13' };

function open(stored: readonly [string, string][] = []) {
  const { api, calls } = createSmallApi();
  const kept = new Map(stored);
  const view = {
    localStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    },
  } as unknown as Window;
  const told: Address[] = [];
  const model = createAddToTour(api, view, { busy: () => null }, { tell: (one) => told.push(one) });
  return { model, calls, kept, told };
}
const sent = (request: Readonly<Record<string, unknown>> = {}) =>
  (request['tour'] as OwnTour).stops.map(({ id, show }) => `${id}: ${show.length}`);

test('it aims at the tour and the stop that something was added to last', async () => {
  const { model, calls } = open([
    ['recital.last-tour', 'tour/own-b'],
    ['recital.last-stop', 'a'],
  ]);
  void model.open(wanted);
  await calls[0]?.answer(tours('tour/resolution-92', address, 'tour/own-b'));
  expect(calls[1]?.request).toEqual({ address: 'tour/own-b' });
  await calls[1]?.answer(keptTour(tour));
  expect(model.tours.value.map((one) => one.address)).toEqual([address, 'tour/own-b']);
  expect(model.aim.value).toEqual({ tour: 'tour/own-b', stop: 'a' });
});

test('nothing is added while another tour is looked up, and a late answer about one that was left is dropped', async () => {
  const { model, calls } = open();
  void model.open(wanted);
  await calls[0]?.answer(tours(address, 'tour/own-b', 'tour/own-c'));
  await calls[1]?.answer(keptTour(tour));
  void model.aimAtTour('tour/own-b' as Address);
  expect(model.isAiming.value).toBe(true);
  void model.add(titles);
  expect(calls).toHaveLength(3);
  void model.aimAtTour('tour/own-c' as Address);
  await calls[3]?.answer(keptTour({ ...tour, stops: [{ ...emptyStop(), id: 'c' }] }));
  await calls[2]?.answer(keptTour(tour));
  expect(model.isAiming.value).toBe(false);
  expect(model.aim.value).toEqual({ tour: 'tour/own-c', stop: 'c' });
});

test('what is added goes to the end of the stop as it is on the disk, and undo takes only it away', async () => {
  const { model, calls, kept, told } = open();
  void model.open(wanted);
  await calls[0]?.answer(tours(address));
  await calls[1]?.answer(keptTour(tour));
  // Nothing was added before: the last stop.
  expect(model.aim.value).toEqual({ tour: address, stop: 'b' });
  model.aimAtStop('a');
  void model.add(titles);
  await calls[2]?.answer(keptTour(tour));
  expect(sent(calls[3]?.request)).toEqual(['a: 2', 'b: 0']);
  await calls[3]?.answer(keptTour(calls[3].request['tour'] as OwnTour));
  expect(model.outcome.value).toEqual({ tour: address, title: 'Mine', stop: 1 });
  expect(model.wanted.value).toBe(null);
  expect(told).toEqual([address]);
  expect(kept.get('recital.last-stop')).toBe('a');

  void model.undo();
  await calls[4]?.answer(keptTour(calls[3]?.request['tour'] as OwnTour));
  expect(sent(calls[5]?.request)).toEqual(['a: 1', 'b: 0']);
  await calls[5]?.answer(keptTour(tour));
  expect(model.outcome.value).toBe('undone');
});

test('a new stop has its title, and undo takes the stop away', async () => {
  const { model, calls } = open();
  void model.open(wanted);
  await calls[0]?.answer(tours(address));
  await calls[1]?.answer(keptTour(tour));
  model.aimAtStop(null);
  void model.add(titles);
  await calls[2]?.answer(keptTour(tour));
  const added = calls[3]?.request['tour'] as OwnTour;
  expect(added.stops.map(({ title }) => title)).toEqual(['', '', 'Its stop']);
  await calls[3]?.answer(keptTour(added));
  void model.undo();
  await calls[4]?.answer(keptTour(added));
  expect(sent(calls[5]?.request)).toEqual(['a: 1', 'b: 0']);
});

test('without a tour of one\u2019s own a new one is begun, and undo deletes it', async () => {
  const { model, calls } = open();
  void model.open(wanted);
  await calls[0]?.answer(tours('tour/resolution-92'));
  expect(model.aim.value).toEqual({ tour: null, stop: null });
  void model.add(titles);
  expect(calls[1]?.request).toEqual({ title: 'A new one', language: 'en' });
  const begun = { ...tour, stops: [] };
  await calls[1]?.answer(keptTour(begun));
  await calls[2]?.answer(keptTour(begun));
  await calls[3]?.answer(keptTour(calls[3].request['tour'] as OwnTour));
  void model.undo();
  expect(calls[4]?.method).toBe('dropTour');
});

test('where it does not work it says so, and stays open', async () => {
  const { model, calls } = open();
  void model.open(wanted);
  await calls[0]?.answer(tours(address));
  await calls[1]?.answer(keptTour(tour));
  void model.add(titles);
  await calls[2]?.answer(unreachable);
  expect(model.failure.value).toBe('unreachable');
  expect(model.wanted.value).toEqual(wanted);
  expect(model.outcome.value).toBe(null);
});
