import { useLayoutEffect } from 'preact/hooks';

/** Ctrl or Cmd and Z undo, with Shift or with Y they do again; not in the fields of the frame, nor while a dialog is open. */
export function useUndoKeys(step: (which: 'undo' | 'redo') => void): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      const isElsewhere =
        event.target instanceof Element && event.target.closest('header.frame-head, dialog');
      if (isElsewhere || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
