import { Icon } from '../../parts/icon.tsx';
import { hrefOf, presentHref } from '../../state/places/index.ts';
import { minutesOf } from '../../state/tour-editor-change.ts';
import type { SavingState } from '../../state/tour-editor-saving.ts';
import { words } from '../../words/index.ts';
import type { Setting } from './setting.ts';

interface EditBarProps {
  readonly setting: Setting;
  /** What was done last. */
  readonly said: string;
  readonly onStep: (which: 'undo' | 'redo') => void;
}

/** Stays in sight: how long the tour is by now, whether it is saved, and the way back. */
export function EditBar({ setting: { editor, tour }, said, onStep }: EditBarProps) {
  const saving = editor.saving.value;
  return (
    <section class="edit-bar" aria-label={words.editScreen.tools}>
      <button
        type="button"
        class="plain"
        aria-label={words.editScreen.undo}
        aria-keyshortcuts="Control+Z Meta+Z"
        aria-disabled={!editor.canUndo.value}
        onClick={() => onStep('undo')}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="plain"
        aria-label={words.editScreen.redo}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        aria-disabled={!editor.canRedo.value}
        onClick={() => onStep('redo')}
      >
        <Icon name="redo" />
      </button>
      <p class={`saving is-${saving.kind}`} aria-hidden="true">
        {inWords(saving)}
      </p>
      {/* Not told at every key press: only that something is not saved, and that it is again. */}
      <output class="for-ears">
        {saving.kind === 'failed' ? inWords(saving) : words.editScreen.saved}
      </output>
      <output class="said">{said}</output>
      <p class="sum">{words.tour.length(tour.stops.length, minutesOf(tour))}</p>
      <p class="edit-ways">
        <a href={hrefOf(tour.address)}>{words.editScreen.see}</a>
        <a href={presentHref(tour.address)}>{words.ownTours.present}</a>
      </p>
    </section>
  );
}

function inWords(saving: SavingState): string {
  if (saving.kind !== 'failed') return words.editScreen[saving.kind];
  const { code } = saving;
  // The key of a trainer's page is another one after each start.
  const isShutOut = code === 'code-required';
  return words.editScreen.notSaved(
    isShutOut ? words.editScreen.otherLink : words.failure(code).what,
  );
}
