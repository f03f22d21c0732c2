import { expect, test } from 'vitest';
import { done } from '../../main/contract/failure.ts';
import { createSearchBox } from '../../renderer/state/search-box.ts';
import { createSmallApi, unreachable } from './small-api.ts';

function open() {
  const { api, calls } = createSmallApi();
  const visited: string[] = [];
  const box = createSearchBox(api, (href) => visited.push(href));
  return { box, calls, visited };
}

const suggestions = (...addresses: string[]) =>
  done({ ms: 0, items: addresses.map((address) => ({ text: address, kind: 'work', address })) });

test('an answer for words that have changed since is dropped', async () => {
  const { box, calls } = open();
  box.type('net');
  box.type('netw');
  await calls[1]?.answer(suggestions('a/b/2'));
  await calls[0]?.answer(suggestions('a/b/1'));
  expect(box.items.value.map(({ address }) => address)).toEqual(['a/b/2']);
});

test('an answer that comes after the box was closed does not open it', async () => {
  const { box, calls } = open();
  box.type('net');
  box.close();
  await calls[0]?.answer(suggestions('a/b/1'));
  expect(box.isOpen.value).toBe(false);
});

test('the arrow keys go through the suggestions and past the last one back to the text', async () => {
  const { box, calls } = open();
  box.type('net');
  await calls[0]?.answer(suggestions('a/b/1', 'a/b/2'));
  const seen = [1, 1, 1, -1].map((step) => {
    box.move(step as 1 | -1);
    return box.active.value;
  });
  expect(seen).toEqual([0, 1, -1, 1]);
});

test('a completed part of the search is typed for the person, who goes on', async () => {
  const { box, calls, visited } = open();
  box.type('roadmap bo');
  const item = { text: 'roadmap body:wtsa', kind: 'field', address: '' };
  await calls[0]?.answer(done({ ms: 0, items: [item] }));
  box.choose(0);
  expect(box.text.value).toBe('roadmap body:wtsa ');
  expect(visited).toEqual([]);
  box.close();
  box.submit();
  expect(visited).toEqual(['#/search?q=roadmap+body%3Awtsa']);
});

test('a suggestion that was chosen by arrow key stays chosen when newer ones hold it too', async () => {
  const { box, calls, visited } = open();
  box.type('net');
  box.type('netw');
  await calls[1]?.answer(suggestions('a/b/1', 'a/b/2'));
  box.move(1);
  box.move(1);
  box.type('netwo');
  await calls[2]?.answer(suggestions('a/b/2'));
  box.submit();
  expect(visited).toEqual(['#/a/b/2']);
});

test('Enter searches for the words as typed, without the spaces around them', () => {
  const { box, visited } = open();
  box.set('  network slicing ');
  box.submit();
  expect(visited).toEqual(['#/search?q=network+slicing']);
});

test('Enter on an address goes there', () => {
  const { box, visited } = open();
  for (const text of ['WTSA/Resolution/92@2024#considering.a', 'ra/resolution/56', 'a/b/1@2020']) {
    box.set(text);
    box.submit();
  }
  expect(visited).toEqual([
    '#/wtsa/resolution/92@2024/considering.a',
    '#/ra/resolution/56',
    '#/a/b/1@2020',
  ]);
});

test('Enter on nothing goes nowhere', () => {
  const { box, visited } = open();
  box.set('   ');
  box.submit();
  expect(visited).toEqual([]);
});

test('a broken wire is told and the text stays', async () => {
  const { box, calls } = open();
  box.type('network');
  await calls[0]?.answer(unreachable);
  expect(box.failure.value?.code).toBe('unreachable');
  expect(box.isOpen.value).toBe(true);
  expect(box.text.value).toBe('network');
});
