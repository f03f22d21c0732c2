import { expect, test, vi } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import type { WorkId } from '../../main/contract/ids.ts';
import { createCards } from '../../renderer/state/card.ts';
import { createSmallApi, unreachable } from './small-api.ts';

const cited = (work: string) => ({
  id: `cite-${work}`,
  from: 'x/y/1@2020#noting.a',
  work: work as WorkId,
  edition: null,
  name: work,
  opens: null,
  known: null,
});
const work = (address: string) => done({ address, citedBy: [] });

test('a card opens when its data is there', async () => {
  const { api, calls } = createSmallApi();
  const cards = createCards(api);
  cards.open(cited('a/b/1'));
  expect(cards.card.value).toBeNull();
  await calls[0]?.answer(work('a/b/1'));
  expect(cards.card.value?.work?.address).toBe('a/b/1');
});

test('a card whose data is late opens with what the citation knows', async () => {
  const { api, calls } = createSmallApi();
  const cards = createCards(api);
  cards.open(cited('a/b/1'));
  await vi.waitFor(() => expect(cards.card.value).toMatchObject({ work: null, failure: null }));
  await calls[0]?.answer(work('a/b/1'));
  expect(cards.card.value?.work?.address).toBe('a/b/1');
});

test('a card that was closed before its data came stays closed', async () => {
  const { api, calls } = createSmallApi();
  const cards = createCards(api);
  cards.open(cited('a/b/1'));
  cards.close();
  await calls[0]?.answer(work('a/b/1'));
  expect(cards.card.value).toBeNull();
});

test('of two cards asked for, the later one opens, whichever answer comes first', async () => {
  const { api, calls } = createSmallApi();
  const cards = createCards(api);
  cards.open(cited('a/b/1'));
  cards.open(cited('a/b/2'));
  await calls[1]?.answer(work('a/b/2'));
  await calls[0]?.answer(work('a/b/1'));
  expect(cards.card.value?.work?.address).toBe('a/b/2');
});

test('a work that was looked up under the pointer is not asked for again', async () => {
  const { api, calls } = createSmallApi();
  const cards = createCards(api);
  cards.hover(cited('a/b/1'));
  cards.hover(cited('a/b/1'));
  cards.open(cited('a/b/1'));
  await calls[0]?.answer(work('a/b/1'));
  expect(calls).toHaveLength(1);
  expect(cards.card.value?.work?.address).toBe('a/b/1');
});

test('a failure is told in the card, and the next opening asks again', async () => {
  const { api, calls } = createSmallApi();
  const cards = createCards(api);
  cards.open(cited('a/b/1'));
  await calls[0]?.answer(unreachable);
  expect(cards.card.value?.failure?.code).toBe('unreachable');
  cards.open(cited('a/b/1'));
  await calls[1]?.answer(failed('unknown-work', ''));
  expect(cards.card.value?.failure?.code).toBe('unknown-work');
});

test('a preview opens after a moment, and turns into the card that is asked for', async () => {
  const { api, calls } = createSmallApi();
  const cards = createCards(api);
  cards.hover(cited('a/b/1'));
  await calls[0]?.answer(work('a/b/1'));
  expect(cards.card.value).toBeNull();
  await vi.waitFor(() => expect(cards.card.value?.as).toBe('preview'));
  cards.open(cited('a/b/1'));
  await vi.waitFor(() => expect(cards.card.value?.as).toBe('whole'));
  // The focus goes into the card and leaves the citation.
  cards.goOn();
  cards.leave();
  await new Promise((settled) => setTimeout(settled, 300));
  expect(cards.card.value?.as).toBe('whole');
});

test('a preview goes at once when the focus goes on, so that it lies over nothing that has it then', async () => {
  const { api, calls } = createSmallApi();
  const cards = createCards(api);
  cards.hover(cited('a/b/1'));
  await calls[0]?.answer(work('a/b/1'));
  await vi.waitFor(() => expect(cards.card.value).not.toBeNull());
  cards.goOn();
  expect(cards.card.value).toBeNull();
});

test('a preview goes when it is left; one that was closed comes again only after that', async () => {
  const { api, calls } = createSmallApi();
  const cards = createCards(api);
  cards.hover(cited('a/b/1'));
  await calls[0]?.answer(work('a/b/1'));
  await vi.waitFor(() => expect(cards.card.value).not.toBeNull());
  cards.leave();
  cards.stay();
  cards.close();
  cards.hover(cited('a/b/1'));
  await new Promise((settled) => setTimeout(settled, 500));
  expect(cards.card.value).toBeNull();
  cards.leave();
  cards.hover(cited('a/b/1'));
  await vi.waitFor(() => expect(cards.card.value?.as).toBe('preview'));
});
