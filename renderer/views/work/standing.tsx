import type { ShownWork } from '../../../main/contract/answers.ts';
import type { KnownEdition } from '../../../main/contract/records.ts';
import { inLanguage } from '../../parts/direction.ts';
import { isOlder } from '../../parts/edition-age.ts';
import type { NameOf } from '../../parts/names.ts';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

interface StandingProps {
  readonly work: ShownWork;
  /** An edition that was asked for and whose text is not here. */
  readonly missingEdition: string | null;
  readonly nameOf: NameOf;
}

/** Whether a work is in force, said loudly where it is not, what to read in its place, and whether texts cite an old one. */
export function Standing({ work, missingEdition, nameOf }: StandingProps) {
  const newest = work.record?.editions[0];
  if (newest === undefined) return null;
  return (
    <>
      <OfNewest work={work} newest={newest} missingEdition={missingEdition} nameOf={nameOf} />
      {olderCitedIn(work, newest).map(([edition, places]) => (
        <p key={edition} class="notice standing">
          {words.workScreen.olderCited(places, edition, newest.edition)}
        </p>
      ))}
    </>
  );
}

interface OfNewestProps extends StandingProps {
  readonly newest: KnownEdition;
}

function OfNewest({ work: { record, citedBy }, newest, missingEdition, nameOf }: OfNewestProps) {
  const asked = record?.editions.find(({ edition }) => edition === missingEdition);
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
  const replacedBy = record?.replacedBy ?? [];
  return (
    <p class="notice standing">
      {sentence(newest.status, citedBy.length > 0)}
      {replacedBy.length > 0 && (
        <>
          {' '}
          {words.workScreen.readInstead}{' '}
          {replacedBy.map((work, order) => (
            <span key={work}>
              {order > 0 && ', '}
              <a href={hrefOf(work)} {...inLanguage('en')}>
                {nameOf(work).name}
              </a>
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

/** The older editions that texts here cite by name, and in how many places each. */
function olderCitedIn({ citedBy }: ShownWork, newest: KnownEdition): readonly [string, number][] {
  const places = new Map<string, number>();
  for (const { edition } of citedBy)
    if (edition !== null && isOlder(edition, newest.edition))
      places.set(edition, (places.get(edition) ?? 0) + 1);
  return [...places];
}
