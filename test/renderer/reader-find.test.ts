import { expect, test } from 'vitest';
import { findWords, plainLetters } from '../../renderer/views/reader/find-words.ts';

test('words are found whatever their case, accents, hyphens and spaces', () => {
  expect(findWords('Réseaux ITU\u2011T, itu-t and ITU\u00a0T', 'itu-t')).toEqual([
    { start: 8, end: 13 },
    { start: 15, end: 20 },
  ]);
  expect(findWords('Réseaux', 'RESEAUX')).toEqual([{ start: 0, end: 7 }]);
  expect(findWords('Study Group\u00a013', 'group 13')).toEqual([{ start: 6, end: 14 }]);
  expect(findWords('\u201cthe room\u201d', '"the room"')).toEqual([{ start: 0, end: 10 }]);
  expect(findWords('anything', '  ')).toEqual([]);
});

test('every unit of a text stays one, so that places in it stay what they are', () => {
  for (const text of ['Straße İstanbul ﬁ 🛰 ‑ ', 'ΣΑΣ', 'الموانئ', '学习'])
    expect(plainLetters(text)).toHaveLength(text.length);
});
