import type {
  Citation,
  Figure,
  Footnote,
  Paragraph,
  Provision,
  Reference,
  Section,
  Table,
} from '../../../main/contract/document.ts';
import type { ActorId, WorkId } from '../../../main/contract/ids.ts';

// Short hands for writing an expected document as a literal. They fill in what is empty and count offsets;
// nothing here knows how a document is read.

interface Cited {
  readonly text: string;
  readonly work: string;
  readonly edition: string | null;
}

/** A citation by its words; its offsets are those of the words in the text that it is written into. */
export const cited = (text: string, work: string, edition: string | null): Cited => ({
  text,
  work,
  edition,
});

function placed(text: string, citations: readonly Cited[]): readonly Citation[] {
  let from = 0;
  return citations.map((citation) => {
    const start = text.indexOf(citation.text, from);
    if (start === -1) throw new Error(`"${citation.text}" does not stand in "${text}"`);
    from = start + citation.text.length;
    return { start, end: from, ...citation, work: citation.work as WorkId };
  });
}

export const paragraph = (text: string, citations: readonly Cited[] = []): Paragraph => ({
  text,
  citations: placed(text, citations),
});

interface Referred {
  readonly text: string;
  readonly address: string;
}

/** A mention of a place in the same document by its words; an empty address is the document itself. */
export const referred = (text: string, address = ''): Referred => ({ text, address });

function pointed(text: string, references: readonly Referred[]): readonly Reference[] {
  let from = 0;
  return references.map((reference) => {
    const start = text.indexOf(reference.text, from);
    if (start === -1) throw new Error(`"${reference.text}" does not stand in "${text}"`);
    from = start + reference.text.length;
    return { start, end: from, ...reference };
  });
}

export const provision = (literal: {
  readonly address: string;
  readonly path: string;
  readonly label: string;
  readonly text: string;
  readonly footnotes?: readonly Footnote[];
  readonly citations?: readonly Cited[];
  readonly references?: readonly Referred[];
  readonly table?: Table;
  readonly figure?: Figure;
  readonly provisions?: readonly Provision[];
}): Provision => {
  const { references = [], ...rest } = literal;
  return {
    footnotes: [],
    provisions: [],
    ...rest,
    citations: placed(literal.text, literal.citations ?? []),
    ...(references.length > 0 && { references: pointed(literal.text, references) }),
  };
};

export const section = (literal: {
  readonly address: string;
  readonly kind: string;
  readonly heading: string;
  readonly actors?: readonly string[];
  readonly collaborators?: readonly string[];
  readonly provisions: readonly Provision[];
}): Section => ({
  ...literal,
  actors: (literal.actors ?? []) as ActorId[],
  collaborators: (literal.collaborators ?? []) as ActorId[],
});
