import type { IncomingCitation } from '../../main/contract/answers.ts';
import { hrefOf } from '../state/places/index.ts';
import { words } from '../words/index.ts';
import { inLanguage } from './direction.ts';
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
  /** How much of a long sentence is shown on either side of the citation, in UTF-16 units. */
  readonly reach?: number;
}

/** Provisions that cite a work: where each stands, and the words around the citation. */
export function CitedBy({ citations, showsEdition = false, newest, reach = 110 }: CitedByProps) {
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
          <Sentence citation={citation} reach={reach} />
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

interface SentenceProps {
  readonly citation: IncomingCitation;
  readonly reach: number;
}

/** In the direction of the text that cites. */
function Sentence({ citation: { text, start, end }, reach }: SentenceProps) {
  const { before, cited, after, isCut } = excerptOf(text, start, end, reach);
  return (
    <p class="sentence" {...inLanguage('und')}>
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
