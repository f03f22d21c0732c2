import type { OutgoingCitation } from '../../main/contract/answers.ts';
import type { Footnote, Reference } from '../../main/contract/document.ts';
import { editionId, type EditionId } from '../../main/contract/ids.ts';
import type { Cards, Cited } from '../state/card.ts';
import type { Definitions } from '../state/definitions.ts';
import { hrefOf, hrefWithin } from '../state/places.ts';
import { words } from '../words/index.ts';
import { piecesOf } from './pieces.ts';
import { TermLink } from './term-link.tsx';
import { Words } from './words.tsx';

interface TextProps {
  readonly text: string;
  readonly citations: readonly OutgoingCitation[];
  readonly footnotes?: readonly Footnote[];
  readonly references?: readonly Reference[] | undefined;
  /** The edition that the text stands in, to which its references lead. */
  readonly edition: EditionId;
  /** A name for the text that no other on the page has; footnotes and citations are named after it. */
  readonly name: string;
  readonly cards: Cards;
  /** Where the terms of the glossary are to be marked. */
  readonly definitions?: Definitions | undefined;
}

export const noteId = (name: string, mark: string): string => `note-${name}-${mark}`;
export const markId = (name: string, mark: string): string => `mark-${name}-${mark}`;

/** Moves the focus to an element of the page, which scrolls into view if need be. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/**
 * A document's own words, with its citations as links that open a card, its references as links to their place, the
 * terms of the glossary, and its footnote marks.
 */
export function Text(props: TextProps) {
  const { text, citations, footnotes, references, edition, name, cards, definitions } = props;
  const terms = definitions?.find.value?.(text);
  return piecesOf(text, citations, footnotes, references, terms).map((piece) => {
    switch (piece.kind) {
      case 'text':
        return <Words key={piece.at} text={piece.text} />;
      case 'term':
        return (
          definitions !== undefined && (
            <TermLink
              key={piece.at}
              term={piece.term}
              text={piece.text}
              id={`term-${name}-${piece.at}`}
              definitions={definitions}
            />
          )
        );
      case 'footnote':
        return <Mark key={`mark ${piece.at}`} footnote={piece.footnote} name={name} />;
      case 'reference':
        return (
          <a
            key={piece.at}
            class="reference"
            href={piece.to === '' ? hrefOf(edition) : hrefWithin(edition, piece.to)}
          >
            <Words text={piece.text} />
          </a>
        );
      case 'citation':
        return (
          <CitationLink
            key={piece.at}
            citation={piece.citation}
            text={piece.text}
            id={`cite-${name}-${piece.citation.start}`}
            cards={cards}
          />
        );
    }
  });
}

function Mark({ footnote, name }: { readonly footnote: Footnote; readonly name: string }) {
  return (
    <sup class="mark">
      <button
        type="button"
        id={markId(name, footnote.mark)}
        aria-label={words.reader.footnote(footnote.mark)}
        onClick={() => focusOn(noteId(name, footnote.mark))}
      >
        {footnote.mark}
      </button>
    </sup>
  );
}

interface CitationLinkProps {
  readonly citation: OutgoingCitation;
  readonly text: string;
  readonly id: string;
  readonly cards: Cards;
}

function CitationLink({ citation, text, id, cards }: CitationLinkProps) {
  const { work, edition, name, opens, known, from } = citation;
  const cited: Cited = { id, from, work, edition, name, opens, known };
  const prepare = () => cards.prepare(cited);
  return (
    <a
      id={id}
      class={opens === null ? 'citation' : 'citation is-here'}
      href={hrefOf(edition === null ? work : editionId(work, edition))}
      aria-haspopup="dialog"
      onPointerEnter={prepare}
      onFocus={prepare}
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
