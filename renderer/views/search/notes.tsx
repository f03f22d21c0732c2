import type { SearchNote } from '../../../main/contract/answers.ts';
import { searchHref, type SearchPlace } from '../../state/places.ts';
import { words } from '../../words/index.ts';

interface NotesProps {
  readonly search: SearchPlace;
  readonly notes: readonly SearchNote[];
}

/** What a person should know about how the query was read; what can be undone is undone by the link beside it. */
export function Notes({ search, notes }: NotesProps) {
  const besides = notes.filter(({ code }) => code === 'also-searched');
  const others = notes.filter(({ code }) => code !== 'also-searched');
  if (notes.length === 0 && !search.asTyped) return null;
  const asTyped = (text: string) => (
    <a href={searchHref({ ...search, asTyped: true, from: 0 })}>{text}</a>
  );
  return (
    <ul class="notice">
      {others.map((note) => (
        <li key={`${note.code} ${note.detail}`}>
          {words.searchScreen.note(note)}{' '}
          {note.code === 'corrected' && asTyped(words.searchScreen.searchFor(note.detail))}
        </li>
      ))}
      {besides.length > 0 && (
        <li>
          {words.searchScreen.besides(besides)} {asTyped(words.searchScreen.searchOnly(besides))}
        </li>
      )}
      {search.asTyped && (
        <li>
          {words.searchScreen.asTyped}{' '}
          <a href={searchHref({ ...search, asTyped: false, from: 0 })}>
            {words.searchScreen.notAsTyped}
          </a>
        </li>
      )}
    </ul>
  );
}
