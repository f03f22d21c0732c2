import { timingSafeEqual } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createGate } from '../../main/share/gate.ts';
import { createKey } from '../../main/share/key.ts';
import { usualLimits } from '../../main/share/limits.ts';
import { createPass, isSame } from '../../main/share/pass.ts';

vi.mock('node:crypto', async (load) => {
  const crypto = await load<typeof import('node:crypto')>();
  return {
    ...crypto,
    timingSafeEqual: vi.fn<typeof crypto.timingSafeEqual>(crypto.timingSafeEqual),
  };
});

const compared = vi.mocked(timingSafeEqual);
beforeEach(() => {
  compared.mockClear();
});

/** Each comparison was of two digests of one length, so that neither length nor beginning of a secret takes its own time. */
function expectDigests(times: number): void {
  expect(compared).toHaveBeenCalledTimes(times);
  const lengths = compared.mock.calls.flat().map((bytes) => bytes.byteLength);
  expect([...new Set(lengths)]).toEqual([32]);
}

describe('secrets are compared in constant time', () => {
  it('whatever their lengths are', () => {
    expect(isSame('a', 'a')).toBe(true);
    expect(isSame('a', 'b')).toBe(false);
    expect(isSame('', 'a long one')).toBe(false);
    expect(isSame('', '')).toBe(true);
    expectDigests(4);
  });

  it('a code that is typed', () => {
    const gate = createGate('4739 2816', createPass(8092, 'secret'), usualLimits);
    for (const typed of ['', '4', '4739 2817', 'x'.repeat(1000)])
      expect(gate.enter('192.0.2.7', typed).kind).toBe('wrong');
    expect(gate.enter('192.0.2.8', '47392816').kind).toBe('entered');
    expectDigests(5);
  });

  it('a cookie that is shown', () => {
    const pass = createPass(8092, 'secret');
    expect(pass.isIn('recital-8092=secret')).toBe(true);
    expect(pass.isIn('a=1; recital-8092=secre; recital-8092=secrets')).toBe(false);
    expectDigests(3);
    expect(pass.isIn(undefined)).toBe(false);
    expect(pass.isIn('recital-8093=secret')).toBe(false);
  });

  it('a link that is opened', () => {
    const key = createKey(8093);
    expect(key.fits(key.path)).toBe(true);
    expect(key.fits('/')).toBe(false);
    expect(key.fits(`${key.path}0`)).toBe(false);
    expectDigests(3);
  });
});

describe('guessing a code', () => {
  it('is slowed for each machine, and for all of them together', () => {
    const limits = { ...usualLimits, guesses: 3, guessMs: 60_000, allGuessesPerSecond: 1 };
    const gate = createGate('4739 2816', createPass(8092, 'secret'), limits);
    const kinds = (client: string, times: number) =>
      Array.from({ length: times }, () => gate.enter(client, 'wrong').kind);
    expect(kinds('192.0.2.1', 4)).toEqual(['wrong', 'wrong', 'wrong', 'wait']);
    expect(gate.enter('192.0.2.1', '4739 2816').kind).toBe('wait');
    expect(kinds('192.0.2.2', 3)).toEqual(['wrong', 'wrong', 'wrong']);
    expect(kinds('192.0.2.3', 3)).toEqual(['wrong', 'wrong', 'wrong']);
    // Ten of all together were given at once.
    expect(kinds('192.0.2.4', 2)).toEqual(['wrong', 'wait']);
    expect(gate.enter('192.0.2.5', '4739 2816').kind).toBe('wait');
  });
});
