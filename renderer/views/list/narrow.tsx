import { editionStatuses } from '../../../main/contract/records.ts';
import type { ListPlace } from '../../state/places.ts';
import { words } from '../../words/index.ts';

interface NarrowProps {
  readonly place: ListPlace;
  readonly onNarrow: (place: ListPlace) => void;
  readonly count: number;
  readonly all: number;
}

/** A field that narrows the list as one types; of references also their status and order. */
export function Narrow({ place, onNarrow, count, all }: NarrowProps) {
  const isGlossary = place.list === 'glossary';
  return (
    <form class="narrow-list" onSubmit={(event) => event.preventDefault()}>
      <label class="for-ears" for="filter">
        {isGlossary ? words.list.filter.glossary : words.list.filter.references}
      </label>
      <input
        id="filter"
        type="search"
        autoComplete="off"
        spellcheck={false}
        maxLength={100}
        placeholder={isGlossary ? words.list.termPlaceholder : words.list.filterPlaceholder}
        value={place.filter}
        onInput={(event) => onNarrow({ ...place, filter: event.currentTarget.value })}
      />
      {!isGlossary && (
        <>
          <label class="for-ears" for="status">
            {words.list.status}
          </label>
          <select
            id="status"
            value={place.status ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onNarrow({ ...place, status: editionStatuses.find((one) => one === value) ?? null })
            }
          >
            <option value="">{words.list.anyStatus}</option>
            {editionStatuses.map((status) => (
              <option key={status} value={status}>
                {words.status(status)}
              </option>
            ))}
          </select>
          <label class="for-ears" for="order">
            {words.list.order}
          </label>
          <select
            id="order"
            value={place.byYear ? 'year' : 'number'}
            onChange={({ currentTarget: { value } }) =>
              onNarrow({ ...place, byYear: value === 'year' })
            }
          >
            <option value="number">{words.list.byNumber}</option>
            <option value="year">{words.list.byYear}</option>
          </select>
        </>
      )}
      <output class="quiet">{words.list.count(count, all)}</output>
    </form>
  );
}
