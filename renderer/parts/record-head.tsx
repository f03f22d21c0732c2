import type { ComponentChildren } from 'preact';
import type { ListName } from '../state/places.ts';
import { words } from '../words/index.ts';

interface RecordHeadProps {
  /** The list that the record stands in. */
  readonly list: ListName;
  readonly name: string;
  /** What stands between the list and the record, and says where one is. */
  readonly within?: ComponentChildren;
  /** What stands under the name. */
  readonly children?: ComponentChildren;
}

/** The head of a record's screen: the way back to its list, and its name. */
export function RecordHead({ list, name, within, children }: RecordHeadProps) {
  return (
    <header class="record-head">
      <p class="kicker">
        <a href={`#/${list}`}>{words.list[list].name}</a>
        {within !== undefined && <> · {within}</>}
      </p>
      <h1 tabIndex={-1}>{name}</h1>
      {children}
    </header>
  );
}
