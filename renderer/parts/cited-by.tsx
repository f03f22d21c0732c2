import type { IncomingCitation } from '../../main/contract/answers.ts';
import { hrefOf } from '../state/places.ts';
import { words } from '../words/index.ts';
import { isOlder } from './edition-age.ts';
import { labelInPlace } from './place.ts';
import { excerptOf } from './pieces.ts';
import { Words } from './words.tsx';

interface CitedByProps {
  readonly citations: readonly IncomingCitation[];
  /** Whether to say which edition each of them names. */
  readonly showsEdition?: boolean;
  /** The newest known edition of the cited work: a citation of an older one says so. */
  readonly newest?: string | undefined;
}

/** Provisions that cite a work: where each stands, and the words around the citation. */
export function CitedBy({ citations, showsEdition = false, newest }: CitedByProps) {
  return (
    <ul class="cited-by">
      {citations.map((citation) => (
        <li key={`${citation.from}-${citation.start}`}>
          <a href={hrefOf(citation.from)}>
            <span class="place">
              <i>{citation.heading || words.reader.preface}</i>{' '}
              {labelInPlace(citation.from, citation.label)}
            </span>
            <span class="source">
              {citation.fromName}
              {showsEdition && citation.edition !== null && (
                <>
                  {' · '}
                  <CitedEdition edition={citation.edition} newest={newest} />
                </>
              )}
            </span>
          </a>
          <Sentence citation={citation} />
        </li>
      ))}
    </ul>
  );
}

interface CitedEditionProps {
  readonly edition: string;
  readonly newest: string | undefined;
}

function CitedEdition({ edition, newest }: CitedEditionProps) {
  return newest !== undefined && isOlder(edition, newest) ? (
    <span class="older">{words.citedOlder(edition, newest)}</span>
  ) : (
    words.workScreen.asEdition(edition)
  );
}

function Sentence({ citation: { text, start, end } }: { readonly citation: IncomingCitation }) {
  const { before, cited, after, isCut } = excerptOf(text, start, end, 110);
  return (
    <p class="sentence">
      {isCut[0] && '… '}
      <Words text={before} />
      <b>
        <Words text={cited} />
      </b>
      <Words text={after} />
      {isCut[1] && ' …'}
    </p>
  );
}
