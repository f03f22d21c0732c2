import { expect, test } from 'vitest';
import { audienceOf } from '../../renderer/views/list/audience.ts';

test('the sentence that begins with For says whom a tour is for, wherever it stands', () => {
  expect(audienceOf('For keepers of ITU-T lamps. It takes an hour.')).toEqual({
    audience: 'For keepers of ITU-T lamps.',
    rest: 'It takes an hour.',
  });
  expect(audienceOf('A walk. For everybody.')).toEqual({
    audience: 'For everybody.',
    rest: 'A walk.',
  });
});

test('a lead that names nobody is all there is', () => {
  expect(audienceOf('A walk. And back.')).toEqual({ audience: '', rest: 'A walk. And back.' });
});
