import type { ComponentChildren } from 'preact';
import type { ListName } from '../state/places/index.ts';
import { words } from '../words/index.ts';
import { inLanguage } from './direction.ts';

interface RecordHeadProps {
  /** The list that the record stands in; null: the library alone. */
  readonly list: ListName | null;
  readonly name: string;
  /** Of the name: the library's own texts are in English. */
  readonly language?: string;
  /** What stands between the list and the record, and says where one is. */
  readonly within?: ComponentChildren;
  /** What stands under the name. */
  readonly children?: ComponentChildren;
}

/** The head of a record's screen: the way back to its list, and its name. */
export function RecordHead({ list, name, language = 'en', within, children }: RecordHeadProps) {
  return (
    <header class="record-head">
      <p class="kicker">
        <a href="#/library">{words.libraryScreen.name}</a>
        {list !== null && (
          <>
            <Slash />
            <a href={`#/${list}`}>{words.list[list].name}</a>
          </>
        )}
        {within !== undefined && (
          <>
            <Slash />
            {within}
          </>
        )}
      </p>
      <h1 tabIndex={-1} {...inLanguage(language)}>
        {name}
      </h1>
      {children}
    </header>
  );
}

const Slash = () => <span aria-hidden="true"> / </span>;
