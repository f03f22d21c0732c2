import type { ComponentChildren } from 'preact';
import type { SearchNote } from '../../../main/contract/answers.ts';
import { changed, searchHref, type SearchPlace } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

interface NotesProps {
  readonly search: SearchPlace;
  readonly notes: readonly SearchNote[];
}

/** What a person should know about how the query was read; what can be undone is undone by the link beside it. */
export function Notes({ search, notes }: NotesProps) {
  if (notes.length === 0 && !search.asTyped && !search.hasAll && search.without.length === 0)
    return null;
  const to = (change: Partial<SearchPlace>, text: ComponentChildren) => (
    <a href={searchHref(changed(search, change))}>{text}</a>
  );
  const undo = ({ code, detail }: SearchNote): ComponentChildren => {
    const without = [...search.without, detail];
    switch (code) {
      case 'corrected':
        return to({ without }, words.searchScreen.searchFor(detail));
      case 'also-searched':
        return to({ without }, words.searchScreen.searchOnly(detail));
      case 'relaxed':
        return to({ hasAll: true }, words.searchScreen.onlyAll);
      default:
        return null;
    }
  };
  return (
    <ul class="notice">
      {notes.map((note) => (
        <li key={`${note.code} ${note.detail}`}>
          {words.searchScreen.note(note)} {undo(note)}
        </li>
      ))}
      {search.without.map((word) => (
        <li key={word}>
          {words.searchScreen.leftAsTyped(word)}{' '}
          {to(
            { without: search.without.filter((each) => each !== word) },
            words.searchScreen.notLeftAsTyped(word),
          )}
        </li>
      ))}
      {search.hasAll && (
        <li>
          {words.searchScreen.hasAll} {to({ hasAll: false }, words.searchScreen.notOnlyAll)}
        </li>
      )}
      {search.asTyped && (
        <li>
          {words.searchScreen.asTyped} {to({ asTyped: false }, words.searchScreen.notAsTyped)}
        </li>
      )}
    </ul>
  );
}
