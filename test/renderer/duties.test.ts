import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fates, type Duty, type DutyEdition } from '../../main/contract/duties.ts';
import type { ActorId, Address, EditionId, WorkId } from '../../main/contract/ids.ts';
import { done } from '../../main/contract/failure.ts';
import { csvOf } from '../../renderer/state/duties-csv.ts';
import { inDutyOrder, matrixOf, narrowDuties } from '../../renderer/state/duties.ts';
import {
  allDuties,
  dutiesHref,
  dutiesViews,
  dutyOrders,
  readHash,
} from '../../renderer/state/places/index.ts';
import { createDutiesLoader } from '../../renderer/state/screens/load-duties.ts';
import { createSmallApi } from './small-api.ts';

const newer = 'wtsa/resolution/92@2024' as EditionId;
const older = 'wtsa/resolution/92@2016' as EditionId;

const duty = (actor: string, label: string, more: Partial<Duty> = {}): Duty => ({
  actor: actor as ActorId,
  verb: 'instructs',
  address: `${more.edition ?? newer}#instructs-${actor}.${label}` as Address,
  label,
  heading: `instructs ${actor}`,
  text: 'to study',
  collaborators: [],
  edition: newer,
  fate: 'kept',
  ...more,
});

const editionOf = (edition: EditionId, before: EditionId | null): DutyEdition =>
  ({ edition, work: edition.split('@')[0] as WorkId, before }) as DutyEdition;

const names = {
  nameOf: (actor: ActorId) => actor.replace('itu-t-sg-', 'Study Group '),
  compare: new Intl.Collator('en', { numeric: true }).compare,
};

test('every choice survives the way into a link and back', () => {
  const place = fc.record({
    work: fc.constantFrom(null, 'wtsa/resolution/92' as WorkId),
    edition: fc.constantFrom(null, newer),
    actor: fc.constantFrom(null, 'itu-t-sg-13' as ActorId),
    verb: fc.constantFrom(null, 'resolves to invite'),
    fate: fc.constantFrom(null, ...fates),
    words: fc.string(),
    order: fc.constantFrom(...dutyOrders),
    isDown: fc.boolean(),
    view: fc.constantFrom(...dutiesViews),
  });
  fc.assert(
    fc.property(place, (one) => {
      const { hash } = new URL(dutiesHref(one), 'http://recital.example/');
      expect(readHash(hash)).toEqual({ kind: 'duties', place: one });
    }),
  );
});

test('what is not chosen is not in the address, and what there is not chooses nothing', () => {
  expect(dutiesHref({})).toBe('#/actions');
  expect(dutiesHref({ edition: newer, view: 'matrix' })).toBe(
    '#/actions?edition=wtsa/resolution/92@2024&as=matrix',
  );
  expect(readHash('#/actions?as=poem&by=colour&became=lost')).toEqual({
    kind: 'duties',
    place: allDuties,
  });
});

test('words are sought in what is asked and in whom it is asked of, whatever case, accents and hyphens', () => {
  const duties = [
    duty('itu-t-sg-13', '1', { text: 'to keep r\u00e9seaux of IMT\u20112020 lit' }),
    duty('itu-t-sg-2', '1'),
  ];
  const found = (words: string) =>
    narrowDuties(duties, { ...allDuties, words }, names.nameOf).map(({ actor }) => actor);
  expect(found('RESEAUX imt-2020')).toEqual(['itu-t-sg-13']);
  expect(found('study group 2')).toEqual(['itu-t-sg-13', 'itu-t-sg-2']);
  expect(found('group zebra')).toEqual([]);
});

test('a text, a work, an actor, a verb and what became of it narrow together', () => {
  const duties = [
    duty('tsag', '1'),
    duty('tsag', '2', { verb: 'invites', fate: 'gone' }),
    duty('tsag', '1', { edition: older, fate: null }),
    duty('itu-t-sg-2', '1'),
  ];
  const count = (chosen: Partial<typeof allDuties>) =>
    narrowDuties(duties, { ...allDuties, ...chosen }, names.nameOf).length;
  expect(count({ work: 'wtsa/resolution/92' as WorkId })).toBe(4);
  expect(count({ work: 'wtsa/resolution/9' as WorkId })).toBe(0);
  expect(count({ edition: older })).toBe(1);
  expect(count({ actor: 'tsag' as ActorId })).toBe(3);
  expect(count({ actor: 'tsag' as ActorId, verb: 'invites' })).toBe(1);
  expect(count({ fate: 'gone' })).toBe(1);
});

test('actors are put in order as people count, and what is equal stays as in the texts', () => {
  const duties = [duty('itu-t-sg-13', '2'), duty('itu-t-sg-2', '1'), duty('itu-t-sg-13', '1')];
  const order = (isDown: boolean) =>
    inDutyOrder(duties, { order: 'actor', isDown }, names).map(
      ({ actor, label }) => `${actor} ${label}`,
    );
  expect(order(false)).toEqual(['itu-t-sg-2 1', 'itu-t-sg-13 2', 'itu-t-sg-13 1']);
  expect(order(true)).toEqual(['itu-t-sg-13 2', 'itu-t-sg-13 1', 'itu-t-sg-2 1']);
});

test('by what became of it, what is added comes first and what nothing is known of last', () => {
  const duties = [null, 'gone', 'kept', 'added', 'changed'].map((fate) =>
    duty('tsag', '1', { fate: fate as Duty['fate'] }),
  );
  expect(
    inDutyOrder(duties, { order: 'became', isDown: false }, names).map(({ fate }) => fate),
  ).toEqual(['added', 'kept', 'changed', 'gone', null]);
});

test('the matrix counts what stands, and tells what is gone beside it', () => {
  const duties = [
    duty('itu-t-sg-13', '1', { fate: 'changed' }),
    duty('itu-t-sg-13', '2', { fate: 'added' }),
    duty('itu-t-sg-2', '1', {
      fate: 'gone',
      address: `${older}#instructs-itu-t-sg-2.1` as Address,
    }),
    duty('itu-t-sg-13', '1', { edition: older, fate: null }),
    duty('itu-t-sg-2', '1', { edition: older, fate: null }),
  ];
  const { works, rows, leftOut } = matrixOf(
    duties,
    [editionOf(newer, older), editionOf(older, null)],
    names,
  );
  expect(works.map((own) => own.map(({ edition }) => edition.edition))).toEqual([[older, newer]]);
  expect(works[0]?.map(({ provisions }) => provisions)).toEqual([2, 2]);
  expect(rows).toEqual([
    {
      actor: 'itu-t-sg-2',
      cells: [
        { provisions: 1, added: 0, kept: 0, changed: 0, gone: 0 },
        { provisions: 0, added: 0, kept: 0, changed: 0, gone: 1 },
      ],
    },
    {
      actor: 'itu-t-sg-13',
      cells: [
        { provisions: 1, added: 0, kept: 0, changed: 0, gone: 0 },
        { provisions: 2, added: 1, kept: 0, changed: 1, gone: 0 },
      ],
    },
  ]);
  expect(leftOut).toBe(0);
});

test('a provision that speaks to several is one provision of its edition', () => {
  const address = `${newer}#invites.1` as Address;
  const { works } = matrixOf(
    [duty('academia', '1', { address }), duty('associates', '1', { address })],
    [editionOf(newer, null)],
    names,
  );
  expect(works[0]?.[0]?.provisions).toBe(1);
});

test('more editions than a table can have are told to be left out', () => {
  const many = Array.from({ length: 50 }, (_, year) =>
    editionOf(`wtsa/resolution/${year}@2024` as EditionId, null),
  );
  const duties = many.map(({ edition }) => duty('tsag', '1', { edition }));
  const { works, leftOut } = matrixOf(duties, many, names);
  expect(works.flat()).toHaveLength(40);
  expect(leftOut).toBe(10);
});

test('cells are quoted where commas, quotes and lines would break them (RFC 4180)', () => {
  expect(
    csvOf([
      ['a', 'b,c'],
      ['say "no"', 'two\nlines'],
    ]),
  ).toBe('a,"b,c"\r\n"say ""no""","two\nlines"\r\n');
});

test('a cell that a spreadsheet would run as a formula is text', () => {
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1'])
    expect(csvOf([[formula]]).replaceAll('"', '')).toBe(`'${formula}\r\n`);
  expect(csvOf([['1 - 1', 'a=b']])).toBe('1 - 1,a=b\r\n');
});

test('everything is asked for once, whatever the address narrows it to', async () => {
  const { api, calls } = createSmallApi();
  const place = { ...allDuties, actor: 'tsag' as ActorId };
  const screen = createDutiesLoader(api)(place);
  expect(calls[0]?.request).toEqual({});
  await calls[0]?.answer(done({ duties: [duty('tsag', '1')], total: 1 }));
  expect(await screen).toMatchObject({ kind: 'duties', place, isWhole: true });
  expect(calls).toHaveLength(1);
});

test('where a library asks too much to be told at once, the work and the actor are asked for', async () => {
  const { api, calls } = createSmallApi();
  const place = {
    ...allDuties,
    work: 'wtsa/resolution/92' as WorkId,
    actor: 'tsag' as ActorId,
    words: 'roadmap',
  };
  const screen = createDutiesLoader(api)(place);
  await calls[0]?.answer(done({ duties: [], total: 9000 }));
  expect(calls[1]?.request).toEqual({ work: 'wtsa/resolution/92', actors: ['tsag'] });
  await calls[1]?.answer(done({ duties: [duty('tsag', '1')], total: 1 }));
  expect(await screen).toMatchObject({ isWhole: false, duties: { total: 1 } });
});
