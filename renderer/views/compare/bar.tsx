import type { EditionSummary } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { barId, type Changes } from './use-changes.ts';

interface BarProps {
  readonly from: EditionSummary;
  readonly to: EditionSummary;
  readonly changes: Changes;
}

/** What stays in sight: which texts these are, and the way from change to change. */
export function Bar({ from, to, changes }: BarProps) {
  const { all, order, name, step } = changes;
  const isOfOneWork = from.work === to.work;
  return (
    <div class="compare-bar" id={barId}>
      <p class="name old">
        <NameOf edition={from} isOfOneWork={isOfOneWork} />
      </p>
      <p class="name new">
        <NameOf edition={to} isOfOneWork={isOfOneWork} />
      </p>
      <div class="steps">
        <output>
          {order === null
            ? words.compareScreen.changes(all)
            : words.compareScreen.change(order, all)}
          {name !== '' && <span class="for-ears">{name}</span>}
        </output>
        <button
          type="button"
          class="plain"
          disabled={all === 0}
          aria-label={words.compareScreen.previous}
          aria-keyshortcuts="p k"
          onClick={() => step(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="plain"
          disabled={all === 0}
          aria-label={words.compareScreen.next}
          aria-keyshortcuts="n j"
          onClick={() => step(1)}
        >
          <Icon name="down" />
        </button>
      </div>
    </div>
  );
}

interface NameProps {
  readonly edition: EditionSummary;
  readonly isOfOneWork: boolean;
}

/** Where there is little room, two editions of one work are told apart without its name. */
function NameOf({ edition: { edition, name }, isOfOneWork }: NameProps) {
  const at = isOfOneWork ? name.indexOf(' (') : -1;
  return (
    <a href={hrefOf(edition)} {...inLanguage('en')}>
      {at > 0 && <span class="of-both">{name.slice(0, at)} </span>}
      {name.slice(at + 1)}
    </a>
  );
}
