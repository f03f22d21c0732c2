import { Icon } from '../../parts/icon.tsx';
import type { AddToTour } from '../../state/add-to-tour.ts';
import { editHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

/** What was added, and where; stays until it is put away. */
export function AddNotice({ model }: { readonly model: AddToTour }) {
  const outcome = model.outcome.value;
  return (
    <section class="added" aria-label={words.addToTour.name} hidden={outcome === null}>
      {/* There before it says anything, so that it is heard. */}
      <output>
        {outcome === 'undone' && words.addToTour.undone}
        {outcome !== null &&
          outcome !== 'undone' &&
          words.addToTour.added(outcome.title || words.ownTours.untitled, outcome.stop)}
      </output>
      {outcome !== null && (
        <span class="added-ways">
          {outcome !== 'undone' && (
            <>
              <a href={editHref({ tour: outcome.tour, stop: outcome.stop })}>
                {words.addToTour.open}
              </a>
              <button type="button" onClick={() => void model.undo()}>
                {words.addToTour.undo}
              </button>
            </>
          )}
          <button
            type="button"
            class="plain"
            aria-label={words.addToTour.close}
            onClick={() => model.putAway()}
          >
            <Icon name="close" />
          </button>
        </span>
      )}
    </section>
  );
}
