import { editHref } from '../../state/places/index.ts';
import type { TourEditors } from '../../state/tour-editor.ts';
import { words } from '../../words/index.ts';

interface UnsavedProps {
  readonly editors: TourEditors;
  /** The address of the open screen. */
  readonly hash: string;
}

/** Says on every other screen that a tour could not be saved yet. */
export function Unsaved({ editors, hash }: UnsavedProps) {
  const away = editors.unsaved.value.filter(({ tour, saving }) => {
    const href = editHref({ tour: tour.value.address, stop: null });
    const isOpen = hash === href || hash.startsWith(`${href}/`);
    return saving.value.kind === 'failed' && !isOpen;
  });
  return (
    <section class="added" aria-label={words.editScreen.kicker} hidden={away.length === 0}>
      <output>
        {away.map(({ tour: { value: tour } }) => (
          <p key={tour.address}>
            {words.editScreen.unsavedElsewhere(tour.title || words.ownTours.untitled)}{' '}
            <a href={editHref({ tour: tour.address, stop: null })}>{words.editScreen.backToIt}</a>
          </p>
        ))}
      </output>
    </section>
  );
}
