import { useState } from 'preact/hooks';
import type { EditionSummary } from '../../../main/contract/answers.ts';
import type { EditionId } from '../../../main/contract/ids.ts';
import { EditionNames } from '../../parts/edition-names.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Select } from '../../parts/select.tsx';
import { compareHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

interface ChooseProps {
  readonly editions: readonly EditionSummary[];
  readonly from: EditionId | null;
  readonly to: EditionId | null;
}

/** Any two texts of the library, chosen from all that are here. */
export function Choose({ editions, from, to }: ChooseProps) {
  const [chosen, setChosen] = useState({ from, to });
  const isComplete = chosen.from !== null && chosen.to !== null && chosen.from !== chosen.to;
  return (
    <form class="choose-texts" onSubmit={(event) => event.preventDefault()}>
      <Choice
        name={words.compareScreen.from}
        editions={editions}
        chosen={chosen.from}
        onChoose={(edition) => setChosen({ ...chosen, from: edition })}
      />
      <Choice
        name={words.compareScreen.to}
        editions={editions}
        chosen={chosen.to}
        onChoose={(edition) => setChosen({ ...chosen, to: edition })}
      />
      <p class="go">
        {isComplete ? (
          <a class="as-button is-main" href={compareHref(chosen)}>
            {words.compareScreen.compare}
          </a>
        ) : (
          <button type="button" disabled>
            {words.compareScreen.compare}
          </button>
        )}
        <button type="button" onClick={() => setChosen({ from: chosen.to, to: chosen.from })}>
          <Icon name="swap" />
          {words.compareScreen.swap}
        </button>
      </p>
    </form>
  );
}

/** How many pairs are offered beside the choice. */
const mostPairs = 12;

/** The editions that follow each other, as comparisons to be opened at once. */
export function Pairs({ editions }: { readonly editions: readonly EditionSummary[] }) {
  // Newest first within a work.
  const pairs = editions.flatMap((to, order) => {
    const from = editions[order + 1];
    return from?.work === to.work ? [{ from, to }] : [];
  });
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="compare-pairs">
      <h2 id="compare-pairs">{words.compareScreen.pairs}</h2>
      <ul class="named">
        {pairs.slice(0, mostPairs).map(({ from, to }) => (
          <li key={to.edition}>
            <a href={compareHref({ from: from.edition, to: to.edition })}>
              <EditionNames text={words.compareScreen.title(from.name, to.name)} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly editions: readonly EditionSummary[];
  readonly chosen: EditionId | null;
  readonly onChoose: (edition: EditionId | null) => void;
}

function Choice({ name, editions, chosen, onChoose }: ChoiceProps) {
  const bodies = Map.groupBy(editions, ({ isOwn, body }) => (isOwn ? 'own' : body));
  return (
    <label>
      <span class="choice-name">{name}</span>
      <Select
        value={chosen ?? ''}
        onChoose={(value) =>
          onChoose(editions.find(({ edition }) => edition === value)?.edition ?? null)
        }
      >
        <option value="">{words.compareScreen.unchosen}</option>
        {[...bodies].map(([body, ofBody]) => (
          <optgroup key={body} label={words.body(body)}>
            {ofBody.map((one) => (
              <option key={one.edition} value={one.edition}>
                {one.name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </label>
  );
}
