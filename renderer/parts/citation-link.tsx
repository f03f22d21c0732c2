import type { OutgoingCitation } from '../../main/contract/answers.ts';
import { editionId } from '../../main/contract/ids.ts';
import type { Cards, Cited } from '../state/card.ts';
import { hrefOf } from '../state/places/index.ts';
import { Words } from './words.tsx';

/** The id of the preview that is open, of which a page has one. */
export const previewId = 'preview';

interface CitationLinkProps {
  readonly citation: OutgoingCitation;
  readonly text: string;
  /** An id that no other element of the page has. */
  readonly id: string;
  readonly cards: Cards;
}

/** A citation: the pointer and the focus open a preview of it, a click, a tap and Enter its card. */
export function CitationLink({ citation, text, id, cards }: CitationLinkProps) {
  const { work, edition, name, opens, known, from } = citation;
  const cited: Cited = { id, from, work, edition, name, opens, known };
  const card = cards.card.value;
  const isPreviewed = card?.as === 'preview' && card.cited.id === id;
  return (
    <a
      id={id}
      class={opens === null ? 'citation' : 'citation is-here'}
      href={hrefOf(edition === null ? work : editionId(work, edition))}
      aria-haspopup="dialog"
      aria-describedby={isPreviewed ? previewId : undefined}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === 'mouse') cards.hover(cited);
      }}
      onPointerLeave={({ pointerType }) => {
        if (pointerType === 'mouse') cards.leave();
      }}
      onFocus={() => cards.hover(cited)}
      onBlur={() => cards.goOn()}
      onClick={(event) => {
        // A click that asks for a new tab stays the browser's.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        cards.open(cited);
      }}
    >
      <Words text={text} />
    </a>
  );
}
