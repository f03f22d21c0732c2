import { randomInt } from 'node:crypto';
import { done, failed, type Result } from '../contract/failure.ts';
import type { ShareLimits } from './limits.ts';
import { isSame, type Pass } from './pass.ts';
import { createBuckets } from './rate.ts';

/** Keeps people without the access code out. */
export interface Gate {
  /** The code as people read it aloud. */
  readonly code: string;
  /** Whether a request's Cookie header shows that its browser has given the code. */
  isOpenTo(cookies: string | undefined): boolean;
  /** Tries a typed code. */
  enter(client: string, typed: string): GateAnswer;
}

/** `cookie` is the Set-Cookie header that opens the gate; `ms` is how long to wait before the next try. */
type GateAnswer =
  | { readonly kind: 'entered'; readonly cookie: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly ms: number };

/** Two groups of four digits: the same words in every language, and a phone offers its number keys for them. */
function generateCode(): string {
  const digits = String(randomInt(0, 100_000_000)).padStart(8, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

/** What counts in a code: not its spaces, its hyphens or its capitals, nor how a keyboard writes its digits. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toLowerCase();

const everyone = 'everyone';

/**
 * The access code of a share: the given one; a new one where one is needed and none was given; else `null`.
 *
 * @returns `invalid-request` for a code that is too short to keep anybody out
 */
export function chooseCode(given: string | null, isNeeded: boolean): Result<string | null> {
  if (given === null) return done(isNeeded ? generateCode() : null);
  const { length } = folded(given);
  return length >= 4 && length <= 100
    ? done(given.trim())
    : failed('invalid-request', 'An access code has 4 to 100 letters or digits.');
}

/** Who gives the code gets the pass. */
export function createGate(code: string, pass: Pass, limits: ShareLimits): Gate {
  const guesses = createBuckets({
    burst: limits.guesses,
    perSecond: 1000 / limits.guessMs,
    clients: limits.clients,
  });
  const allGuesses = createBuckets({
    burst: limits.allGuessesPerSecond * 10,
    perSecond: limits.allGuessesPerSecond,
    clients: 1,
  });
  return {
    code,
    isOpenTo: (cookies) => pass.isIn(cookies),
    enter(client, typed) {
      const ms = Math.max(guesses.wait(client), allGuesses.wait(everyone));
      if (ms > 0) return { kind: 'wait', ms };
      if (isSame(folded(typed), folded(code))) {
        return { kind: 'entered', cookie: pass.cookie };
      }
      guesses.take(client);
      allGuesses.take(everyone);
      return { kind: 'wrong' };
    },
  };
}
