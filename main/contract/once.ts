/**
 * Makes a value when it is first asked for, and no more than once: what takes long to be made keeps nobody waiting who does
 * not need it.
 *
 * @example const isUpper = once(() => /^\p{Lu}+$/u)
 * isUpper().test('ITU') // => true
 */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
