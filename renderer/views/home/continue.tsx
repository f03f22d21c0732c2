import type { EditionSummary } from '../../../main/contract/answers.ts';
import type { EditionId, Address } from '../../../main/contract/ids.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { Words } from '../../parts/words.tsx';
import { hrefOf, hrefWithin } from '../../state/places/index.ts';
import type { RecentPlace, Recents } from '../../state/recent.ts';
import { words } from '../../words/index.ts';

interface ContinueProps {
  readonly recents: Recents;
  /** Every text that is here. */
  readonly editions: readonly EditionSummary[];
}

/** Where a person was reading, the last first; on this machine alone, and cleared by one click. */
export function Continue({ recents, editions }: ContinueProps) {
  const here = new Set<string>(editions.map(({ edition }) => edition));
  // A text may have been taken away since.
  const places = recents.list.value.filter(
    ({ address }) => !address.includes('@') || here.has(address),
  );
  if (places.length === 0) return null;
  return (
    <section class="continue" aria-labelledby="home-continue">
      <div class="head-line">
        <h2 id="home-continue">{words.homeScreen.continue}</h2>
        <button
          type="button"
          onClick={() => {
            recents.forget();
            // The button goes with the list; the focus stays on the screen.
            document.querySelector<HTMLElement>('main h1')?.focus();
          }}
        >
          {words.homeScreen.forget}
        </button>
      </div>
      <ul>
        {places.map((place) => (
          <li key={place.address}>
            <a href={hrefTo(place)}>
              <Icon name="text" />
              <span class="name" {...inLanguage(place.language)}>
                <Words text={place.name} />
              </span>
              <span class="what" {...inLanguage(place.language)}>
                <Words text={place.place === '' ? place.title : place.place} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const hrefTo = ({ address, at }: RecentPlace): string =>
  at === null ? hrefOf(address as Address) : hrefWithin(address as EditionId, at);
