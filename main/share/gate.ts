import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { done, failed, type Result } from '../contract/failure.ts';
import type { ShareLimits } from './limits.ts';
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

// Comparing hashes takes the same time whatever the lengths are.
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  );

const everyone = 'everyone';

/**
 * The access code that a share needs: the given one; a new one where the room can reach the server and none was given;
 * `null` where only this machine can and none was given.
 *
 * @returns `invalid-request` for a code that is too short to keep anybody out
 */
export function chooseCode(given: string | null, isLoopback: boolean): Result<string | null> {
  if (given === null) return done(isLoopback ? null : generateCode());
  const { length } = folded(given);
  return length >= 4 && length <= 100
    ? done(given.trim())
    : failed('invalid-request', 'An access code has 4 to 100 letters or digits.');
}

/** The cookie holds one secret of this share, since the gate must know only *that* the code was given, not by whom. */
export function createGate(code: string, port: number, limits: ShareLimits): Gate {
  // A browser sends a machine's cookies to all its ports; two shares on one machine must not take each other's.
  const name = `recital-${port}`;
  const secret = randomBytes(32).toString('base64url');
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
    isOpenTo: (cookies = '') =>
      cookies
        .split(';')
        .map((cookie) => cookie.trim())
        .some((cookie) => cookie.startsWith(`${name}=`) && isSame(cookie, `${name}=${secret}`)),
    enter(client, typed) {
      const ms = Math.max(guesses.wait(client), allGuesses.wait(everyone));
      if (ms > 0) return { kind: 'wait', ms };
      if (isSame(folded(typed), folded(code))) {
        return { kind: 'entered', cookie: `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/` };
      }
      guesses.take(client);
      allGuesses.take(everyone);
      return { kind: 'wrong' };
    },
  };
}
