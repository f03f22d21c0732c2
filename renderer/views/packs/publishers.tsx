import type { Publisher } from '../../../main/contract/packs.ts';
import type { Packs } from '../../state/packs.ts';
import { words } from '../../words/index.ts';
import { KeyId } from './key-id.tsx';

interface PublishersProps {
  readonly publishers: readonly Publisher[];
  readonly model: Packs;
}

/** Who is trusted, by name and key. */
export function Publishers({ publishers, model }: PublishersProps) {
  const { packsScreen } = words;
  return (
    <section class="publishers" aria-labelledby="publishers">
      <h2 id="publishers">{packsScreen.publishers}</h2>
      <p class="quiet">
        {publishers.length === 0 ? packsScreen.noPublishers : packsScreen.publishersLead}
      </p>
      <ul>
        {publishers.map((publisher) => (
          <li key={publisher.key}>
            <div>
              <p dir="auto">{publisher.name}</p>
              <KeyId id={publisher.key} />
            </div>
            {publisher.isBundled ? (
              <p class="quiet">{packsScreen.knownToAll}</p>
            ) : (
              <button
                type="button"
                aria-label={words.ownTours.of(packsScreen.forget, publisher.name)}
                onClick={() => {
                  document.querySelector<HTMLElement>('main h1')?.focus();
                  void model.forget(publisher);
                }}
              >
                {packsScreen.forget}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
