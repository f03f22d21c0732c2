import type { RecordSummary } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { audienceOf } from './audience.ts';

/** Tours: how long each takes, whom it is for, and what it shows. */
export function Tours({ records }: { readonly records: readonly RecordSummary[] }) {
  return (
    <ul class="tours">
      {records.map(({ address, name, lead, parts, minutes }) => {
        const { audience, rest } = audienceOf(lead);
        return (
          <li key={address}>
            <p class="length">
              <span class="minutes">{words.minutes(minutes ?? 0)}</span>
              <span class="quiet">{words.tour.countOfStops(parts ?? 0)}</span>
            </p>
            <div {...inLanguage('en')}>
              <h2>
                <a href={hrefOf(address)}>{name}</a>
              </h2>
              {audience !== '' && <p class="audience">{audience}</p>}
              <p class="lead">{rest}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
