import { signal, type ReadonlySignal } from '@preact/signals';
import { keep, kept } from './kept.ts';

/**
 * Whether single letters and signs are shortcuts. Who speaks to the machine or types by chance can put them off (WCAG 2.2,
 * 2.1.4); keys with Ctrl or Cmd and the arrows stay.
 */
export interface SingleKeys {
  readonly areOn: ReadonlySignal<boolean>;
  choose(areOn: boolean): void;
}

export function createSingleKeys(view: Window): SingleKeys {
  const areOn = signal(kept(view, 'single-keys') !== 'off');
  // Before every other listener: what is put off reaches none of them.
  view.addEventListener(
    'keydown',
    (event) => {
      const isSingle =
        [...event.key].length === 1 && !(event.ctrlKey || event.metaKey || event.altKey);
      if (!areOn.value && isSingle && !isForElement(event)) event.stopImmediatePropagation();
    },
    { capture: true },
  );
  return {
    areOn,
    choose(next) {
      areOn.value = next;
      keep(view, 'single-keys', next ? null : 'off');
    },
  };
}

/** Fields take letters, and a space presses what has the focus, which is no shortcut. */
const isForElement = ({ key, target }: KeyboardEvent): boolean =>
  key === ' ' ||
  (target instanceof Element && target.matches('input, textarea, select, [contenteditable]'));
