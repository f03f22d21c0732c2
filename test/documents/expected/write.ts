import type {
  Citation,
  Footnote,
  Paragraph,
  Provision,
  Section,
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

export const provision = (literal: {
  readonly address: string;
  readonly path: string;
  readonly label: string;
  readonly text: string;
  readonly footnotes?: readonly Footnote[];
  readonly citations?: readonly Cited[];
  readonly provisions?: readonly Provision[];
}): Provision => ({
  footnotes: [],
  provisions: [],
  ...literal,
  citations: placed(literal.text, literal.citations ?? []),
});

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
