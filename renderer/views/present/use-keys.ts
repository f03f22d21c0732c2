import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { actionOf, typeJump, type Action } from '../../state/presentation-keys.ts';
import { toggleFullScreen } from './full-screen.ts';

interface Doing {
  act(action: Action): void;
  jump(stop: number): void;
}

/**
 * The keys of a presentation, from wherever on the screen the focus is; but a field keeps those that are typed into it, a
 * button those that press it, and what scrolls those that scroll it.
 *
 * @returns the digits typed so far of the stop to go to
 */
export function usePresentationKeys({ act, jump }: Doing): string {
  const [typed, setTyped] = useState('');
  // Keys may come faster than the screen is drawn.
  const digits = useRef('');
  // With the screen and not after it is painted: the first key may come at once.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isInField(event.target)) return;
      const typing = typeJump(digits.current, event);
      if (typing !== null) {
        event.preventDefault();
        digits.current = typing.typed;
        setTyped(typing.typed);
        if (typing.to !== null) jump(typing.to);
        return;
      }
      if (isForElement(event)) return;
      const direction = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
      const action = actionOf(event, direction);
      if (action === null) return;
      event.preventDefault();
      // A key that is held down would run through the tour.
      if (event.repeat) return;
      if (action === 'full') toggleFullScreen();
      else act(action);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [act, jump]);
  return typed;
}

const pressing = new Set(['Enter', ' ']);
const scrolling = new Set(['ArrowUp', 'ArrowDown']);

const isInField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], dialog[open]') !== null;

function isForElement({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (pressing.has(key) && target.closest('button, a[href], summary') !== null) return true;
  return scrolling.has(key) && target.closest('.present-notes') !== null;
}
