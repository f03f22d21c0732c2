import type { OutgoingCitation } from '../../main/contract/answers.ts';
import type { Footnote, Reference } from '../../main/contract/document.ts';
import type { EditionId } from '../../main/contract/ids.ts';
import type { Cards } from '../state/card.ts';
import type { Definitions } from '../state/definitions.ts';
import { hrefOf, hrefWithin } from '../state/places/index.ts';
import type { TermMark } from '../state/term-finder.ts';
import { CitationLink } from './citation-link.tsx';
import { NoteMark, type Notes } from './note-mark.tsx';
import { piecesOf } from './pieces.ts';
import { TermLink } from './term-link.tsx';
import { Words } from './words.tsx';

interface TextProps {
  readonly text: string;
  readonly citations: readonly OutgoingCitation[];
  readonly footnotes?: readonly Footnote[];
  readonly references?: readonly Reference[] | undefined;
  /** The terms of the glossary that are to be marked. */
  readonly terms?: readonly TermMark[] | undefined;
  /** The edition that the text stands in, to which its references lead. */
  readonly edition: EditionId;
  /** A name for the text that no other on the page has; footnotes and citations are named after it. */
  readonly name: string;
  readonly cards: Cards;
  readonly definitions: Definitions;
  readonly notes: Notes;
}

/**
 * A document's own words, with its citations as links that open a card, its references as links to their place, the
 * terms of the glossary, and its footnote marks.
 */
export function Text(props: TextProps) {
  const { text, citations, footnotes, references, terms, edition, name } = props;
  return piecesOf(text, citations, footnotes, references, terms).map((piece) => {
    switch (piece.kind) {
      case 'text':
        return <Words key={piece.at} text={piece.text} />;
      case 'term':
        return (
          <TermLink
            key={piece.at}
            term={piece.term}
            text={piece.text}
            id={`term-${name}-${piece.at}`}
            definitions={props.definitions}
          />
        );
      case 'footnote':
        return (
          <NoteMark
            key={`mark ${piece.at}`}
            footnote={piece.footnote}
            name={name}
            notes={props.notes}
          />
        );
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
            cards={props.cards}
          />
        );
    }
  });
}
