import type { ActorId } from '../../../main/contract/ids.ts';
import { Icon } from '../../parts/icon.tsx';
import { Select } from '../../parts/select.tsx';
import type { Line } from '../../state/compare-lines.ts';
import { compareViews, type ComparePlace, type CompareView } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { comparisonWanted } from './wanted.ts';
import type { Compared } from './compare.tsx';

interface ToolsProps {
  readonly compared: Compared;
  readonly place: ComparePlace;
  readonly view: CompareView;
  readonly lines: readonly Line[];
  readonly onChoose: (chosen: Partial<ComparePlace>) => void;
}

/** How the comparison is seen, and what of it. */
export function Tools({ compared, place, view, lines, onChoose }: ToolsProps) {
  const { sections } = compared;
  const actors = [...new Set(sections.flatMap((section) => section.actors))];
  const all = sections.flatMap(({ entries }) => entries).filter(isRow).length;
  return (
    <div class="compare-tools">
      <fieldset class="choices">
        <legend class="for-ears">{words.compareScreen.view}</legend>
        {compareViews.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === view}
            onClick={() => onChoose({ view: one })}
          >
            {words.compareScreen.views[one]}
          </button>
        ))}
      </fieldset>
      <fieldset class="filters-of-lines">
        <legend class="for-ears">{words.compareScreen.narrow}</legend>
        <Toggle
          name={words.compareScreen.onlyChanges}
          isOn={place.onlyChanges}
          onTurn={(onlyChanges) => onChoose({ onlyChanges })}
        />
        <Toggle
          name={words.compareScreen.onlyOperative}
          isOn={place.onlyOperative}
          onTurn={(onlyOperative) => onChoose({ onlyOperative })}
        />
        {actors.length > 0 && (
          <Select
            name={words.compareScreen.actor}
            value={place.actor ?? ''}
            onChoose={(value) =>
              onChoose({ actor: actors.find((actor) => actor === value) ?? null })
            }
          >
            <option value="">{words.compareScreen.anyActor}</option>
            {inOrder(actors).map((actor) => (
              <option key={actor} value={actor}>
                {words.actor(actor)}
              </option>
            ))}
          </Select>
        )}
      </fieldset>
      <output class="quiet">{words.compareScreen.shown(lines.filter(isRow).length, all)}</output>
      <p class="quiet step-keys">{words.compareScreen.keys}</p>
      <AddButton wanted={comparisonWanted(compared, null)} hasKey />
      <button type="button" class="print-this" onClick={() => window.print()}>
        <Icon name="print" />
        {words.compareScreen.print}
      </button>
    </div>
  );
}

const isRow = ({ kind }: Line): boolean => kind === 'row';

const inOrder = (actors: readonly ActorId[]): readonly ActorId[] =>
  actors.toSorted((a, b) =>
    words.actor(a).localeCompare(words.actor(b), words.language, { numeric: true }),
  );

interface ToggleProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

function Toggle({ name, isOn, onTurn }: ToggleProps) {
  return (
    <button type="button" class="toggle" aria-pressed={isOn} onClick={() => onTurn(!isOn)}>
      {isOn && <Icon name="check" />}
      {name}
    </button>
  );
}
