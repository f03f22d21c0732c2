import type { BodyRecord } from '../../../main/contract/records.ts';
import { inLanguage } from '../../parts/direction.ts';
import { dutiesHref, hrefOf } from '../../state/places/index.ts';
import type { OfBody } from '../../state/screens/index.ts';
import { studyPeriodsOf, type StudyPeriod } from '../../state/study-periods.ts';
import { words } from '../../words/index.ts';

interface PeriodsProps {
  readonly record: BodyRecord;
  readonly ofBody: OfBody;
}

/** A strip of the body's study periods, from assembly to assembly, with what each one's texts ask of it alone. */
export function Periods({ record, ofBody: { duties, meetings } }: PeriodsProps) {
  const alone = duties.duties.filter(({ actor }) => record.actors.includes(actor));
  const periods = studyPeriodsOf(record, meetings, alone, duties.editions);
  if (periods.length === 0) return null;
  return (
    <nav class="periods" aria-label={words.bodyScreen.periods}>
      <ol>
        {periods.map((period) => (
          <li key={period.assembly.address} class={period.named === null ? undefined : 'is-named'}>
            <Period period={period} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Period({ period: { assembly, next, named, asked } }: { readonly period: StudyPeriod }) {
  const from = String(assembly.year ?? '');
  const [first = from, last = next === null ? null : String(next.year ?? '')] =
    named?.split('-') ?? [];
  const said =
    last === null ? words.bodyScreen.periodFrom(first) : words.bodyScreen.between(first, last);
  return (
    <>
      <a href={hrefOf(assembly.address)} {...inLanguage('en')}>
        {assembly.name}
      </a>
      <span>{said}</span>
      {asked.map(({ edition, provisions, actor }) => (
        <a
          key={edition.edition}
          class="asked-then"
          href={dutiesHref({ edition: edition.edition, work: edition.work, actor })}
        >
          {words.bodyScreen.tasks(provisions)}
        </a>
      ))}
    </>
  );
}
