import { FilterField } from '../../parts/filter-field.tsx';
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
      <FilterField
        name={words.list.filter}
        placeholder={words.list.placeholder}
        value={filter}
        onType={onNarrow}
      />
      <output class="quiet">{words.list.count(count, all)}</output>
    </form>
  );
}
