import type { EditionSummary } from '../../main/contract/answers.ts';
import { hrefOf } from '../state/places.ts';
import { words } from '../words/index.ts';

/** Editions as links, with the meeting that adopted each. */
export function EditionList({ editions }: { readonly editions: readonly EditionSummary[] }) {
  return (
    <ul class="editions">
      {editions.map(({ edition, name, meeting, meetingFrom, meetingTo }) => (
        <li key={edition}>
          <a href={hrefOf(edition)}>{name}</a>{' '}
          <span class="quiet">
            {[meeting, words.dates(meetingFrom, meetingTo)].filter(Boolean).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
