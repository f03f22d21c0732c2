import type { RecordSummary } from '../../main/contract/answers.ts';
import type { Definitions } from '../state/definitions.ts';
import { hrefOf } from '../state/places/index.ts';
import { Words } from './words.tsx';

/** The id of the definition that is open, of which a page has one. */
export const definitionId = 'definition';

interface TermLinkProps {
  readonly term: RecordSummary;
  readonly text: string;
  /** An id that no other element of the page has. */
  readonly id: string;
  readonly definitions: Definitions;
}

/**
 * A term of the glossary in a text: quietly marked; the pointer, the focus and a tap open its definition. The keyboard
 * follows it as the link that it is.
 */
export function TermLink({ term, text, id, definitions }: TermLinkProps) {
  const definition = { id, term };
  const isOpen = definitions.open.value?.id === id;
  return (
    <a
      id={id}
      class="term"
      href={hrefOf(term.address)}
      aria-describedby={isOpen ? definitionId : undefined}
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') definitions.hover(definition);
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') definitions.leave();
      }}
      onFocus={() => definitions.show(definition)}
      onBlur={() => definitions.close()}
      onClick={(event) => {
        const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
        // The keyboard clicks without a count: it has seen the definition already, and goes on to the term.
        if (!isPlain || event.detail === 0) return;
        event.preventDefault();
        definitions.show(definition);
      }}
    >
      <Words text={text} />
    </a>
  );
}
