import { randomBytes } from 'node:crypto';
import { createPass, isSame, type Pass } from './pass.ts';

/** Keeps everybody out but the one who was given the link: the trainer, in a browser on this machine. */
export interface Key {
  readonly pass: Pass;
  /** What is added to the share's address. */
  readonly path: string;
  /** Whether a request's address holds the key. */
  fits(url: string): boolean;
}

/** 256 bits, made up for each share: nobody guesses it, so nobody is slowed down. */
export function createKey(port: number): Key {
  const [key, secret] = [
    randomBytes(32).toString('base64url'),
    randomBytes(32).toString('base64url'),
  ];
  return {
    pass: createPass(port, secret),
    path: `/?key=${key}`,
    fits: (url) => isSame(url, `/?key=${key}`),
  };
}
