/** What a presenter does by a key or a button. */
export type Action = 'next' | 'back' | 'first' | 'last' | 'black' | 'full' | 'mark' | 'clear';

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Remote controls send Page Up and Page Down, a point or `b`, and F5 where a show is to begin. */
const actions: ReadonlyMap<string, Action> = new Map([
  ['PageDown', 'next'],
  ['ArrowDown', 'next'],
  [' ', 'next'],
  ['Enter', 'next'],
  ['PageUp', 'back'],
  ['ArrowUp', 'back'],
  ['Backspace', 'back'],
  ['Home', 'first'],
  ['End', 'last'],
  ['.', 'black'],
  ['b', 'black'],
  ['B', 'black'],
  ['m', 'mark'],
  ['M', 'mark'],
  ['f', 'full'],
  ['F', 'full'],
  ['F5', 'full'],
  ['Escape', 'clear'],
]);

/** What a key means while a tour is presented; arrows to the side point the way that the page is read. */
export function actionOf(press: Press, direction: 'ltr' | 'rtl'): Action | null {
  const { key, ctrlKey, metaKey, altKey } = press;
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'ArrowRight') return direction === 'ltr' ? 'next' : 'back';
  if (key === 'ArrowLeft') return direction === 'ltr' ? 'back' : 'next';
  return actions.get(key) ?? null;
}

/** What is typed to go to a stop: digits, and Enter. */
export interface Jump {
  readonly typed: string;
  /** Set by Enter: the number. */
  readonly to: number | null;
}

/** What a key makes of the digits typed so far; null where the key is none of a jump's. */
export function typeJump(typed: string, { key, ctrlKey, metaKey, altKey }: Press): Jump | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (/^\d$/.test(key)) return { typed: `${typed}${key}`.slice(-3), to: null };
  if (typed === '') return null;
  if (key === 'Enter') return { typed: '', to: Number(typed) };
  if (key === 'Backspace') return { typed: typed.slice(0, -1), to: null };
  return key === 'Escape' ? { typed: '', to: null } : null;
}
