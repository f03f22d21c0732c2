import type { Footnote } from '../../main/contract/document.ts';
import type { Peekable, Peeks } from '../state/peek.ts';
import { words } from '../words/index.ts';
import { Peek } from './peek.tsx';
import { Words } from './words.tsx';

/** A footnote that is open beside its mark. */
export interface OpenNote extends Peekable {
  readonly footnote: Footnote;
}
export type Notes = Peeks<OpenNote>;

export const noteId = (name: string, mark: string): string => `note-${name}-${mark}`;
export const markId = (name: string, mark: string): string => `mark-${name}-${mark}`;

const openId = 'open-note';

/** Moves the focus to an element of the page, which scrolls into view if need be. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

interface NoteMarkProps {
  readonly footnote: Footnote;
  /** A name for the text that no other on the page has. */
  readonly name: string;
  readonly notes: Notes;
}

/**
 * The mark of a footnote: the pointer, the focus and a tap open the note beside it. The keyboard, which has seen the note by
 * then, goes on to it at the foot of the text.
 */
export function NoteMark({ footnote, name, notes }: NoteMarkProps) {
  const { mark } = footnote;
  const open: OpenNote = { id: markId(name, mark), footnote };
  return (
    <sup class="mark">
      <button
        type="button"
        id={open.id}
        aria-label={words.reader.footnote(mark)}
        aria-describedby={notes.open.value?.id === open.id ? openId : undefined}
        onPointerEnter={({ pointerType }) => {
          if (pointerType === 'mouse') notes.hover(open);
        }}
        onPointerLeave={({ pointerType }) => {
          if (pointerType === 'mouse') notes.leave();
        }}
        onFocus={() => notes.show(open)}
        onBlur={() => notes.close()}
        onClick={({ detail }) => {
          // The keyboard clicks without a count.
          if (detail > 0) notes.show(open);
          else focusOn(noteId(name, mark));
        }}
      >
        {mark}
      </button>
    </sup>
  );
}

/** The note that is open, beside its mark. */
export function NotePeek({ notes }: { readonly notes: Notes }) {
  const open = notes.open.value;
  if (open === null) return null;
  const { mark, text } = open.footnote;
  return (
    <Peek
      key={open.id}
      at={open.id}
      name={words.reader.footnote(mark)}
      as="div"
      class="definition"
      peeks={notes}
    >
      <p id={openId}>
        <Words text={text} />
      </p>
    </Peek>
  );
}
