import type { RecordSummary } from '../../../main/contract/answers.ts';
import { isOwnTourAddress } from '../../../main/contract/ids.ts';
import { inLanguage } from '../../parts/direction.ts';
import { opening } from '../../parts/pieces.ts';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

/** As many as stand beside what is new. */
const mostTours = 4;
const leadLength = 140;

/** Guided ways through the library, for who does not know what to look for. */
export function Tours({ tours }: { readonly tours: readonly RecordSummary[] }) {
  if (tours.length === 0) return null;
  return (
    <section class="guided" aria-labelledby="home-tours">
      <h2 id="home-tours">{words.homeScreen.tours}</h2>
      <ul>
        {tours.slice(0, mostTours).map(({ address, name, lead }) => (
          <li key={address} {...inLanguage(isOwnTourAddress(address) ? '' : 'en')}>
            <a href={hrefOf(address)}>{name}</a>
            <span class="what">{opening(lead, leadLength)}</span>
          </li>
        ))}
      </ul>
      {tours.length > mostTours && (
        <p>
          <a href="#/tours">{words.homeScreen.allTours(tours.length)}</a>
        </p>
      )}
    </section>
  );
}
