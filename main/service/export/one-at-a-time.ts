import { failed, type Result } from '../../contract/failure.ts';

/** Most that wait for their turn: a whole room may ask at once, and more is no room. */
const mostWaiting = 64;

/**
 * Makes one thing after another, each once for all who ask for it meanwhile, so that a room that takes something home
 * leaves those who read and search their share of the machine.
 */
export function oneAtATime<T>(): (
  key: string,
  make: () => Promise<Result<T>>,
) => Promise<Result<T>> {
  const onTheWay = new Map<string, Promise<Result<T>>>();
  let last: Promise<unknown> = Promise.resolve();
  return (key, make) => {
    const known = onTheWay.get(key);
    if (known !== undefined) return known;
    if (onTheWay.size >= mostWaiting)
      return Promise.resolve(
        failed('too-many-requests', 'Too many files are being made; try again in a moment.'),
      );
    const made = last.then(make).finally(() => onTheWay.delete(key));
    last = made.catch(() => {});
    onTheWay.set(key, made);
    return made;
  };
}
