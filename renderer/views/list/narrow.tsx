import { words } from '../../words/index.ts';

interface NarrowProps {
  readonly filter: string;
  readonly onNarrow: (filter: string) => void;
  readonly count: number;
  readonly all: number;
}

/** A field that narrows the list as one types. */
export function Narrow({ filter, onNarrow, count, all }: NarrowProps) {
  return (
    <form class="narrow-list" onSubmit={(event) => event.preventDefault()}>
      <label class="for-ears" for="filter">
        {words.list.filter}
      </label>
      <input
        id="filter"
        type="search"
        autoComplete="off"
        spellcheck={false}
        maxLength={100}
        placeholder={words.list.placeholder}
        value={filter}
        onInput={({ currentTarget: { value } }) => onNarrow(value)}
      />
      <output class="quiet">{words.list.count(count, all)}</output>
    </form>
  );
}
