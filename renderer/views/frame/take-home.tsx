import type { Address, EditionId } from '../../../main/contract/ids.ts';
import { Icon } from '../../parts/icon.tsx';
import { homeFormats } from '../../state/take-home.ts';
import { words } from '../../words/index.ts';
import { useRoomTools } from './room-tools.ts';

interface TakeHomeProps {
  /** An edition, or a tour, which goes home as its handout. */
  readonly address: Address | EditionId;
  readonly of: 'document' | 'tour';
  /** Folded away under its name where it is one thing among others. */
  readonly isFolded?: boolean;
}

/** The ways to keep something as one file that opens without a network. */
export function TakeHome({ address, of, isFolded = false }: TakeHomeProps) {
  if (!isFolded) return <Ways address={address} of={of} />;
  return (
    <details class="take-home">
      <summary>
        <Icon name="save" />
        {words.takeHome.name}
      </summary>
      <Ways address={address} of={of} />
    </details>
  );
}

function Ways({ address, of }: TakeHomeProps) {
  const { taking, take } = useRoomTools().takeHome;
  const now = taking.value?.address === address ? taking.value : null;
  return (
    <div class="take-home-ways">
      <p class="quiet">{words.takeHome.lead[of]}</p>
      <fieldset class="take-home-formats" aria-label={words.takeHome.name}>
        {homeFormats.map((format) => (
          <button
            key={format}
            type="button"
            aria-disabled={now?.kind === 'making'}
            onClick={() => void take(address, format)}
          >
            {words.takeHome.formats[format]}
          </button>
        ))}
      </fieldset>
      <output class="outcome">
        {now?.kind === 'making' && words.takeHome.making}
        {now?.kind === 'made' && words.takeHome.made(now.name)}
      </output>
      {now?.kind === 'failed' && (
        <p class="failure" role="alert">
          {words.ownTours.failed(words.failure(now.code).what)}
        </p>
      )}
    </div>
  );
}
