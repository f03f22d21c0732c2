import type { ShownWork } from '../../../main/contract/answers.ts';
import { isOlder } from '../../parts/edition-age.ts';
import type { NameOf } from '../../parts/names.ts';
import { hrefOf } from '../../state/places.ts';
import { words } from '../../words/index.ts';

interface StandingProps {
  readonly work: ShownWork;
  /** An edition that was asked for and whose text is not here. */
  readonly missingEdition: string | null;
  readonly nameOf: NameOf;
}

/** Whether a work is in force, said loudly where it is not, and what to read in its place. */
export function Standing({ work: { record, citedBy }, missingEdition, nameOf }: StandingProps) {
  const newest = record?.editions[0];
  if (record === null || newest === undefined) return null;
  const asked = record.editions.find(({ edition }) => edition === missingEdition);
  if (asked !== undefined && isOlder(asked.edition, newest.edition)) {
    return (
      <p class="notice standing">
        {words.workScreen.askedEdition(asked.edition, asked.status, newest.edition)}
        {newest.status === 'withdrawn' && ` ${words.workScreen.withdrawn}`}
      </p>
    );
  }
  if (newest.status !== 'withdrawn' && newest.status !== 'superseded') {
    return <p class="standing">{words.workScreen.statusOfNewest(newest.status, newest.edition)}</p>;
  }
  return (
    <p class="notice standing">
      {sentence(newest.status, citedBy.length > 0)}
      {record.replacedBy.length > 0 && (
        <>
          {' '}
          {words.workScreen.readInstead}{' '}
          {record.replacedBy.map((work, order) => (
            <span key={work}>
              {order > 0 && ', '}
              <a href={hrefOf(work)}>{nameOf(work).name}</a>
            </span>
          ))}
        </>
      )}
    </p>
  );
}

function sentence(status: 'withdrawn' | 'superseded', isCited: boolean): string {
  if (status === 'superseded') return words.workScreen.superseded;
  return isCited ? words.workScreen.withdrawn : words.workScreen.withdrawnUncited;
}
