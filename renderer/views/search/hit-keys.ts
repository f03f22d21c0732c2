import { useLayoutEffect } from 'preact/hooks';
import { searchFieldId } from '../../parts/search-box.tsx';

/** The id, in the page, of the link to a hit. */
export const hitId = (address: string): string => `hit-${address}`;

const hitLinks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.hit a.open')];

/** False where there is no result to go to. */
export function focusFirstHit(): boolean {
  const [first] = hitLinks();
  first?.focus();
  return first !== undefined;
}

/** The arrows, j and k go from result to result, and from the first one back to the search field, as Escape does. */
export function useHitKeys(): void {
  // Before the screen is seen: who presses a key as soon as it is there is heard.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (hasModifier || event.defaultPrevented || !isOnScreen(event.target)) return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether a key is meant for the screen, and not for a field or for something that lies over it. */
const isOnScreen = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !target.matches('input, textarea, select, [contenteditable]') &&
  document.querySelector('dialog[open]') === null;

function act(key: string): boolean {
  const links = hitLinks();
  const at = links.findIndex((link) => link === document.activeElement);
  // Until a result is reached, the arrows scroll, but from where a search arrives.
  const isAtStart = document.activeElement?.matches('h1') === true;
  switch (key) {
    case 'j':
      return goTo(links[at + 1]);
    case 'k':
      return at >= 0 && goTo(links[at - 1] ?? searchField());
    case 'ArrowDown':
      return (at >= 0 || isAtStart) && goTo(links[at + 1]);
    case 'ArrowUp':
      return at >= 0 && goTo(links[at - 1] ?? searchField());
    case 'Escape':
      return at >= 0 && goTo(searchField());
    default:
      return false;
  }
}

const searchField = (): HTMLElement | null => document.getElementById(searchFieldId);

function goTo(element: HTMLElement | null | undefined): boolean {
  element?.focus();
  return element !== null && element !== undefined;
}
