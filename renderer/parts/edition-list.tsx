import type { EditionSummary } from '../../main/contract/answers.ts';
import { hrefOf } from '../state/places/index.ts';
import { words } from '../words/index.ts';
import { inLanguage } from './direction.ts';

/** Editions as links, with the meeting that adopted each. */
export function EditionList({ editions }: { readonly editions: readonly EditionSummary[] }) {
  return (
    <ul class="editions">
      {editions.map(({ edition, name, meeting, meetingFrom, meetingTo }) => (
        <li key={edition}>
          <a href={hrefOf(edition)} {...inLanguage('en')}>
            {name}
          </a>{' '}
          <span class="quiet">
            {meeting !== '' && <bdi>{meeting}</bdi>} {words.dates(meetingFrom, meetingTo)}
          </span>
        </li>
      ))}
    </ul>
  );
}
