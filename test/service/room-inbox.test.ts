import { existsSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { assert, property, string } from 'fast-check';
import type { Address } from '../../main/contract/ids.ts';
import { createInboxes, plainLine } from '../../main/service/room/inbox.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const tour = 'tour/resolution-92' as Address;

function open(folder = temporaryFolder()) {
  const troubles: unknown[] = [];
  const inboxes = createInboxes(folder, (error) => troubles.push(error));
  onTestFinished(() => inboxes.close());
  return { folder, inboxes, troubles };
}

const textsIn = async (inboxes: ReturnType<typeof createInboxes>): Promise<string[]> =>
  (await inboxes.read(tour)).questions.map(({ text }) => text);

describe('a question', () => {
  test.each([
    ['\u202Ewhat is this\u202C?', 'what is this?'],
    ['one\ntwo\r\nthree\tfour', 'one two three four'],
    ['  spaces   all  over ', 'spaces all over'],
    ['bell\u0007 null\u0000 escape\u001B[31m', 'bell null escape[31m'],
    ['left\u200Eright\u200Farabic\u061Cmark', 'leftrightarabicmark'],
    ['isolated \u2066words\u2069 here', 'isolated words here'],
    ['half \uD800 a pair', 'half a pair'],
    ['\uFEFFmark of order', 'mark of order'],
    ['line\u2028and paragraph\u2029ends', 'line and paragraph ends'],
    ['<b>not bold</b> &amp;', '<b>not bold</b> &amp;'],
    ['ما هي الفترة؟', 'ما هي الفترة؟'],
    ['می‌خواهم 👩‍🏫', 'می‌خواهم 👩‍🏫'],
    ['\u202E\u0000 \n', ''],
  ])('is one line of plain text: %j', (typed, kept) => {
    expect(plainLine(typed)).toBe(kept);
  });

  it('never keeps a control or a mark that turns what stands after it', () => {
    assert(
      property(string({ unit: 'binary' }), (typed) => {
        const kept = plainLine(typed);
        expect(kept).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]|^\s|\s$|\s\s/u);
        expect(kept.length).toBeLessThanOrEqual(typed.length);
        expect(plainLine(kept)).toBe(kept);
      }),
    );
  });

  it('is kept with its tour, and hidden ones with it', async () => {
    const { folder, inboxes } = open();
    await inboxes.ask(tour, '3', 'Who pays?');
    await inboxes.ask(tour, '3', 'Rude.');
    const [, rude] = (await inboxes.read(tour)).questions;
    const hidden = await inboxes.hide(tour, rude!.id, true);
    expect(hidden.questions.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    await inboxes.hide(tour, 'no such id', true);
    await inboxes.close();

    const again = open(folder).inboxes;
    expect(await textsIn(again)).toEqual(['Who pays?', 'Rude.']);
    expect((await again.read(tour)).questions.map(({ isHidden }) => isHidden)).toEqual([
      false,
      true,
    ]);
    expect((await again.read('tour/other' as Address)).questions).toEqual([]);
    expect((await again.hide(tour, rude!.id, false)).questions[1]?.isHidden).toBe(false);
  });

  it('tells nothing of who asked: an id by chance, the stop, the words and the minute', async () => {
    const { folder, inboxes } = open();
    await inboxes.ask(tour, 'abc', 'Who pays?');
    await inboxes.answer(tour, 'abc', 1);
    await inboxes.close();
    expect(readdirSync(folder)).toEqual(['resolution-92.json']);
    const kept = JSON.parse(readFileSync(join(folder, 'resolution-92.json'), 'utf8'));
    expect(Object.keys(kept).toSorted()).toEqual(['answers', 'questions']);
    expect(Object.keys(kept.questions[0]).toSorted()).toEqual([
      'at',
      'id',
      'isHidden',
      'stop',
      'text',
    ]);
    expect(kept.questions[0].at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
    expect(kept.answers).toEqual([{ stop: 'abc', counts: [0, 1] }]);
  });

  it('is refused where there are too many, unless a hidden one makes room', async () => {
    const { inboxes } = open();
    for (let count = 0; count < 2000; count += 1)
      expect(await inboxes.ask(tour, '1', `Question ${count}`)).toBe(true);
    expect(await inboxes.ask(tour, '1', 'One too many')).toBe(false);
    const [, second] = (await inboxes.read(tour)).questions;
    await inboxes.hide(tour, second!.id, true);
    expect(await inboxes.ask(tour, '1', 'The last')).toBe(true);
    const texts = await textsIn(inboxes);
    expect(texts).toHaveLength(2000);
    expect(texts.slice(0, 2)).toEqual(['Question 0', 'Question 2']);
    expect(texts.at(-1)).toBe('The last');
  });
});

describe('answers', () => {
  it('are counted by stop, whatever a stop is called', async () => {
    const { folder, inboxes } = open();
    for (const stop of ['1', 'constructor', 'tostring'])
      for (const choice of [2, 0, 2]) await inboxes.answer(tour, stop, choice);
    await inboxes.close();
    const { answers } = await open(folder).inboxes.read(tour);
    expect(Object.entries(answers)).toEqual([
      ['1', [1, 0, 2]],
      ['constructor', [1, 0, 2]],
      ['tostring', [1, 0, 2]],
    ]);
  });
});

describe('the file', () => {
  it('holds everything that was asked before the inbox was closed, however fast it came', async () => {
    const { folder, inboxes } = open();
    const asked = Array.from({ length: 200 }, (_none, at) => `Question ${at}`);
    await Promise.all(asked.map((text) => inboxes.ask(tour, '1', text)));
    await inboxes.close();
    expect(await textsIn(open(folder).inboxes)).toEqual(asked);
  });

  it('that cannot be read is put aside, not written over', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'resolution-92.json');
    writeFileSync(file, '{"questions": [half');
    const { inboxes, troubles } = open(folder);
    expect(await textsIn(inboxes)).toEqual([]);
    await inboxes.ask(tour, '1', 'New');
    await inboxes.close();
    expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('{"questions": [half');
    expect(await textsIn(open(folder).inboxes)).toEqual(['New']);
    expect(troubles).toEqual([]);
  });

  it('that cannot be written is told of, and the questions are still there', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'resolution-92.json'));
    const { inboxes, troubles } = open(folder);
    await inboxes.ask(tour, '1', 'New');
    await inboxes.close();
    expect(troubles).toHaveLength(1);
    expect(await textsIn(inboxes)).toEqual(['New']);
    expect(existsSync(join(folder, 'resolution-92.json.unreadable'))).toBe(false);
  });
});
