import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import type { Stage } from '../../main/contract/room.ts';
import { createMessages } from '../../renderer/state/following-messages.ts';
import { createSmallApi } from './small-api.ts';
import { smallWindow } from './small-window.ts';

const stageAt = (stop: number, tour = 'tour/resolution-92'): Stage => ({
  tour: tour as Stage['tour'],
  stop,
  step: 0,
  highlight: null,
  isBlack: false,
});

function roomOf(view = smallWindow()) {
  const { api, calls } = createSmallApi();
  const stage = signal<Stage | null>(stageAt(3));
  return { calls, stage, messages: createMessages(api, stage, view) };
}

describe('a question', () => {
  test('is about the stop at which it was begun', async () => {
    const { calls, stage, messages } = roomOf();
    messages.type('W');
    stage.value = stageAt(4);
    messages.type(' Why now? ');
    void messages.ask();
    expect(calls[0]?.request).toEqual({
      kind: 'question',
      tour: 'tour/resolution-92',
      stop: 3,
      text: 'Why now?',
    });
    await calls[0]?.answer(done(null));
    expect(messages.draft.value).toBe('');
    expect(messages.question.value).toEqual({ kind: 'sent' });
  });

  test('that was begun in another tour is about where the presenter is', () => {
    const { calls, stage, messages } = roomOf();
    messages.type('Why?');
    stage.value = stageAt(1, 'tour/open-networks');
    void messages.ask();
    expect(calls[0]?.request).toMatchObject({ tour: 'tour/open-networks', stop: 1 });
  });

  test('that was refused is still there, word for word', async () => {
    const { calls, messages } = roomOf();
    messages.type('Why? ');
    void messages.ask();
    await calls[0]?.answer(failed('too-many-requests', ''));
    expect(messages.draft.value).toBe('Why? ');
    expect(messages.question.value).toEqual({ kind: 'failed', code: 'too-many-requests' });
  });

  test('without words is not sent, nor is one twice at once', () => {
    const { calls, messages } = roomOf();
    messages.type('  ');
    void messages.ask();
    expect(calls).toHaveLength(0);
    messages.type('Why?');
    void messages.ask();
    void messages.ask();
    expect(calls).toHaveLength(1);
  });
});

describe('an answer', () => {
  test('is given once a stop, also after the page is opened anew', async () => {
    const view = smallWindow();
    const { calls, stage, messages } = roomOf(view);
    void messages.choose(1);
    await calls[0]?.answer(done(null));
    expect(messages.given.value).toBe(1);
    void messages.choose(2);
    expect(calls).toHaveLength(1);
    const anew = roomOf(view);
    expect(anew.messages.given.value).toBe(1);
    stage.value = stageAt(4);
    expect(messages.given.value).toBeNull();
    void messages.choose(0);
    expect(calls).toHaveLength(2);
  });

  test('that was refused can be given again', async () => {
    const { calls, messages } = roomOf();
    void messages.choose(1);
    await calls[0]?.answer(failed('inbox-closed', ''));
    expect(messages.given.value).toBeNull();
    expect(messages.answer.value).toEqual({ kind: 'failed', code: 'inbox-closed' });
    void messages.choose(1);
    expect(calls).toHaveLength(2);
  });

  test('kept nonsense is no answer', () => {
    const view = smallWindow();
    view.localStorage.setItem('recital.answers', '{"a": [1]}');
    expect(roomOf(view).messages.given.value).toBeNull();
  });
});
