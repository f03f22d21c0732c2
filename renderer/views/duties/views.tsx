import { dutiesViews, type DutiesPlace, type DutiesView } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

interface ViewsProps {
  readonly view: DutiesView;
  readonly onChoose: (chosen: Partial<DutiesPlace>) => void;
}

/** The table or the matrix. */
export function Views({ view, onChoose }: ViewsProps) {
  return (
    <fieldset class="choices duties-views">
      <legend class="for-ears">{words.dutiesScreen.view}</legend>
      {dutiesViews.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === view}
          onClick={() => onChoose({ view: one })}
        >
          {words.dutiesScreen.views[one]}
        </button>
      ))}
    </fieldset>
  );
}
