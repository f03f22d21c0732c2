import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { askBeforeLeaving } from '../../main/app/leaving.ts';
import { wordsIn } from '../../main/app/words/index.ts';

/** A window whose page has something that is not saved, closed by a person who then chooses a button. */
function close(button: string) {
  const app = new EventEmitter();
  const contents = new EventEmitter();
  const asked: string[] = [];
  let hasStayed = false;
  askBeforeLeaving(
    app as never,
    {
      showMessageBoxSync: ((options: { message: string; buttons: string[] }) => {
        asked.push(options.message);
        return options.buttons.indexOf(button);
      }) as never,
    },
    () => wordsIn('en'),
    () => {
      hasStayed = true;
    },
  );
  app.emit('web-contents-created', {}, contents);
  let isLeft = false;
  contents.emit('will-prevent-unload', { preventDefault: () => (isLeft = true) });
  return { asked, isLeft, hasStayed };
}

test('a window with something unsaved asks before it closes, and stays where told so', () => {
  expect(close('Stay')).toEqual({
    asked: ['Something is not saved yet'],
    isLeft: false,
    hasStayed: true,
  });
});

test('it closes where a person says so', () => {
  expect(close('Close all the same')).toMatchObject({ isLeft: true, hasStayed: false });
});
