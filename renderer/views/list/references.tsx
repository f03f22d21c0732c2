import type { RecordSummary } from '../../../main/contract/answers.ts';
import { Jump } from '../../parts/jump.tsx';
import { Status } from '../../parts/status.tsx';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../../state/places.ts';
import { words } from '../../words/index.ts';

interface ReferencesProps {
  readonly records: readonly RecordSummary[];
  readonly byYear: boolean;
}

/** References by who issued them and by series, or by year. */
export function References({ records, byYear }: ReferencesProps) {
  const groups = [...Map.groupBy(records, byYear ? yearOf : seriesOf)].map(
    ([name, own], order) => ({ id: `group-${order}`, name, own }),
  );
  return (
    <>
      {groups.length > 3 && <Jumps places={groups} byYear={byYear} />}
      {groups.map(({ id, name, own }) => (
        <section key={name} class="list-group" aria-labelledby={id}>
          <h2 id={id} tabIndex={-1}>
            {name}
          </h2>
          <ul class="references">
            {own.map((record) => (
              <li key={record.address}>
                <Reference record={record} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const yearOf = ({ year }: RecordSummary): string =>
  year === null ? words.list.without : String(year);

/** "ITU-T Recommendations, Y series"; only numbers with a letter before a point have a series. */
function seriesOf({ address }: RecordSummary): string {
  const { body, type, series } = kindOf(address);
  const group = words.list.groupOf(body, type);
  return series === null ? group : words.list.seriesOf(group, series);
}

function kindOf(address: string) {
  const [body = '', type = '', number = ''] = address.split('/');
  const letters = /^(?<letters>[a-z]+)\./.exec(number)?.groups?.['letters'];
  return { body, type, series: letters?.toUpperCase() ?? null };
}

interface JumpsProps {
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly own: readonly RecordSummary[];
  }[];
  readonly byYear: boolean;
}

/** One line of years; or, for each kind of text, a line of its series. */
function Jumps({ places, byYear }: JumpsProps) {
  if (byYear) return <Jump name={words.list.years} places={places} />;
  const groupOf = ({ own }: JumpsProps['places'][number]): string => {
    const { body, type } = kindOf(own[0]?.address ?? '');
    return words.list.groupOf(body, type);
  };
  const byGroup = [...Map.groupBy(places, groupOf)];
  const alone = byGroup.filter(([, own]) => own.length === 1).flatMap(([, own]) => own);
  return (
    <div class="jumps">
      {byGroup
        .filter(([, own]) => own.length > 1)
        .map(([group, own]) => (
          <div key={group}>
            <p>{group}</p>
            <Jump name={group} places={own.map(withShortName)} />
          </div>
        ))}
      {alone.length > 0 && <Jump name={words.list.groups} places={alone} />}
    </div>
  );
}

function withShortName({ id, name, own }: JumpsProps['places'][number]) {
  return { id, name, short: kindOf(own[0]?.address ?? '').series ?? undefined };
}

function Reference({ record }: { readonly record: RecordSummary }) {
  const { address, name, title, year, status, hasText } = record;
  return (
    <>
      <a href={hrefOf(address)}>
        <Words text={name} />
      </a>
      <p class="title">
        <Words text={title} />
      </p>
      <p class="quiet">
        {year}
        {status !== null && (
          <>
            {' · '}
            <Status status={status} />
          </>
        )}
        {hasText && ` · ${words.list.hasText}`}
      </p>
    </>
  );
}
