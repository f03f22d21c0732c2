import { useLayoutEffect } from 'preact/hooks';

const isInField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Acts on a key that is pressed outside every field, or with Ctrl or Cmd anywhere where `isChord`. */
export function useKey(key: string, act: () => void, isChord = false): void {
  // Before the screen is seen: who presses a key as soon as it is there is heard.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== key || event.altKey || event.shiftKey) return;
      const hasChord = event.ctrlKey || event.metaKey;
      const isMeant = isChord ? hasChord : !hasChord && !isInField(event.target);
      if (!isMeant || event.defaultPrevented) return;
      // A card that is open has the keys.
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key, act, isChord]);
}
