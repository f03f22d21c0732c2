import { createHash, timingSafeEqual } from 'node:crypto';

// Comparing hashes takes the same time whatever the lengths are.
export const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  );

/** What a browser shows once it has been let in. */
export interface Pass {
  /** The Set-Cookie header that gives it. */
  readonly cookie: string;
  /** Whether a request's Cookie header holds it. */
  isIn(cookies: string | undefined): boolean;
}

/** The cookie holds one secret of a share, since the gate must know only *that* somebody was let in, not who. */
export function createPass(port: number, secret: string): Pass {
  // A browser sends a machine's cookies to all its ports; two shares on one machine must not take each other's.
  const name = `recital-${port}`;
  return {
    cookie: `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
    isIn: (cookies = '') =>
      cookies
        .split(';')
        .map((cookie) => cookie.trim())
        .some((cookie) => cookie.startsWith(`${name}=`) && isSame(cookie, `${name}=${secret}`)),
  };
}
