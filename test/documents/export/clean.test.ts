import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { clean } from '../../../main/documents/export/clean.ts';

test('words without odd signs stay as they are, in any script', () => {
  const text = 'ITU\u2011T\u00a0Study Group 13, réseaux и сети, 网络, الشبكات\u200f \ud83d\udef0';
  expect(clean(text)).toBe(text);
});

test('what gives a terminal orders and what XML forbids becomes U+FFFD', () => {
  expect(clean('a\u0000b\u001b[31mc\uffffd\u007fe\ud800f')).toBe(
    'a\ufffdb\ufffd[31mc\ufffdd\ufffde\ufffdf',
  );
});

test('a break of line in mid-sentence is a space', () => {
  expect(clean('one\r\ntwo\tthree\u2028four')).toBe('one two three four');
});

test('nothing overrides the reading direction, and what turns it is kept only where it is closed', () => {
  expect(clean('a \u202eevil\u202c b')).toBe('a evil b');
  expect(clean('a \u2067شبكة\u2069 b')).toBe('a \u2067شبكة\u2069 b');
  expect(clean('a \u2067شبكة b')).toBe('a شبكة b');
  expect(clean('a \u202bشبكة\u2069 b')).toBe('a شبكة b');
});

test('whatever comes in, what comes out may stand in XML 1.0, and cleaning it again changes nothing', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const cleaned = clean(text);
      expect(cleaned).toMatch(/^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      expect(clean(cleaned)).toBe(cleaned);
    }),
  );
});
