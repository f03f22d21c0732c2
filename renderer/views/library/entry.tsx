import type { ListingEntry } from '../../../main/contract/listing.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Status } from '../../parts/status.tsx';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { PresenceMark } from './presence.tsx';

/** One entry of the library: its name, its title, when and where it comes from, and whether its text is here. */
export function Entry({ entry }: { readonly entry: ListingEntry }) {
  const { address, kind, name, title, also, year, meeting, status, language } = entry;
  // The name of a work says what sort it is.
  const isWork = kind === 'edition' || kind === 'reference';
  return (
    <div class="library-entry">
      <div class="what" {...inLanguage(language)}>
        <a href={hrefOf(address)}>
          <Words text={name} />
        </a>
        {title !== '' && title !== name && (
          <p class="title">
            <Words text={title} />
          </p>
        )}
        {kind === 'term' && also.length > 0 && <p class="also">{also.join(', ')}</p>}
      </div>
      <p class="facts-line">
        {year !== null && <span class="year">{year}</span>}
        {!isWork && <span class="from">{words.kind(kind)}</span>}
        {meeting !== null && kind !== 'meeting' && (
          <span class="from" {...inLanguage('en')}>
            {meeting}
          </span>
        )}
        {status !== null && status !== 'unknown' && <Status status={status} />}
        <PresenceMark entry={entry} />
      </p>
    </div>
  );
}
