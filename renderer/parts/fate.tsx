import type { Duty, DutyEdition } from '../../main/contract/duties.ts';
import { compareHref, partOf } from '../state/places/index.ts';
import { words } from '../words/index.ts';
import { Icon } from './icon.tsx';

interface FateProps {
  readonly duty: Duty;
  /** The one that asks it, or the first that asks it no more. */
  readonly edition: DutyEdition | undefined;
}

/** What became of a duty since the edition before, as a link to both wordings; what can be compared with nothing says so. */
export function FateLink({ duty: { fate, address }, edition }: FateProps) {
  const before = edition?.before ?? null;
  if (fate === null || edition === undefined || before === null)
    return <span class="fate is-first">{words.dutiesScreen.first}</span>;
  const place = partOf(address) ?? '';
  const since = before.slice(edition.work.length + 1);
  return (
    <a
      class={`fate is-${fate}`}
      href={compareHref({
        from: before,
        to: edition.edition,
        at: fate === 'gone' ? `-${place}` : place,
      })}
      aria-label={words.dutiesScreen.compared(fate, since)}
    >
      <Icon name="swap" />
      {words.dutiesScreen.became(fate, since)}
    </a>
  );
}
