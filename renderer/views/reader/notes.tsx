import { focusOn, markId, noteId } from '../../parts/note-mark.tsx';
import { Words } from '../../parts/words.tsx';
import { words } from '../../words/index.ts';
import type { PlacedNote } from './plan.ts';

/** The footnotes at the end of the text, in its order, each with a way back to its mark. */
export function NotesAtFoot({ notes }: { readonly notes: readonly PlacedNote[] }) {
  if (notes.length === 0) return null;
  return (
    <section class="notes" aria-label={words.reader.footnotes}>
      <ol>
        {notes.map(({ address, footnote: { mark, text } }) => (
          <li key={`${address} ${mark}`} class="note" id={noteId(address, mark)} tabIndex={-1}>
            <button
              type="button"
              aria-label={words.reader.backToText(mark)}
              onClick={() => focusOn(markId(address, mark))}
            >
              {mark}
            </button>
            <p>
              <Words text={text} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
