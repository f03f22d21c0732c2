import type { RecordSummary } from '../../../main/contract/answers.ts';
import { isOwnTourAddress } from '../../../main/contract/ids.ts';
import { inLanguage } from '../../parts/direction.ts';
import { editHref, hrefOf, presentHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { useTrainerTools } from '../frame/trainer-tools.ts';
import { audienceOf } from './audience.ts';

/** Tours, one's own first: how long each takes, whom it is for, and what it shows. */
export function Tours({ records }: { readonly records: readonly RecordSummary[] }) {
  const inOrder = [...records.filter(isOwn), ...records.filter((record) => !isOwn(record))];
  return (
    <ul class="tours">
      {inOrder.map((record) => (
        <li key={record.address} class={isOwn(record) ? 'is-own' : undefined}>
          <p class="length">
            <span class="minutes">{words.minutes(record.minutes ?? 0)}</span>
            <span class="quiet">{words.tour.countOfStops(record.parts ?? 0)}</span>
            {isOwn(record) && <span class="own-mark">{words.ownTours.yours}</span>}
          </p>
          {isOwn(record) ? <Own record={record} /> : <Bundled record={record} />}
        </li>
      ))}
    </ul>
  );
}

const isOwn = ({ address }: RecordSummary): boolean => isOwnTourAddress(address);

function Bundled({ record: { address, name, lead } }: { readonly record: RecordSummary }) {
  const { audience, rest } = audienceOf(lead);
  return (
    <div {...inLanguage('en')}>
      <h2>
        <a href={hrefOf(address)}>{name}</a>
      </h2>
      {audience !== '' && <p class="audience">{audience}</p>}
      <p class="lead">{rest}</p>
    </div>
  );
}

/** In whatever language it is written. */
function Own({ record: { address, name, lead } }: { readonly record: RecordSummary }) {
  const tools = useTrainerTools();
  const title = name || words.ownTours.untitled;
  const nameOf = (action: string) => words.ownTours.of(action, title);
  return (
    <div>
      <h2 {...inLanguage('')}>
        <a href={hrefOf(address)}>{title}</a>
      </h2>
      {lead !== '' && (
        <p class="lead" {...inLanguage('')}>
          {lead}
        </p>
      )}
      {tools !== null && (
        <p class="own-ways">
          <a
            href={editHref({ tour: address, stop: null })}
            aria-label={nameOf(words.ownTours.edit)}
          >
            {words.ownTours.edit}
          </a>
          <a href={presentHref(address)} aria-label={nameOf(words.ownTours.present)}>
            {words.ownTours.present}
          </a>
          <button
            type="button"
            class="as-link"
            aria-label={nameOf(words.ownTours.remove)}
            onClick={() => void tools.ownTours.remove(address)}
          >
            {words.ownTours.remove}
          </button>
        </p>
      )}
    </div>
  );
}
