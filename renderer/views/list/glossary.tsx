import type { RecordSummary } from '../../../main/contract/answers.ts';
import { Jump } from '../../parts/jump.tsx';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../../state/places.ts';
import { words } from '../../words/index.ts';

/** Every term with what it means, under its first letter. */
export function Glossary({ records }: { readonly records: readonly RecordSummary[] }) {
  const groups = [...Map.groupBy(records, letterOf)].map(([name, own]) => ({
    id: `letter-${name}`,
    name,
    own,
  }));
  return (
    <>
      {groups.length > 1 && <Jump name={words.list.letters} places={groups} />}
      {groups.map(({ id, name, own }) => (
        <section key={name} class="list-group" aria-labelledby={id}>
          <h2 id={id} tabIndex={-1}>
            {name}
          </h2>
          <dl class="terms">
            {own.map((record) => (
              <Term key={record.address} record={record} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function letterOf({ name }: RecordSummary): string {
  const [first = ''] = name.normalize('NFD').toUpperCase();
  return /\d/.test(first) ? words.list.figures : first;
}

function Term({
  record: { address, name, title, detail, lead },
}: {
  readonly record: RecordSummary;
}) {
  return (
    <div>
      <dt>
        <a href={hrefOf(address)}>
          <Words text={name} />
        </a>
        {title !== '' && title !== name && <span class="detail"> {title}</span>}
      </dt>
      <dd>
        <Words text={lead} />
        {detail !== '' && (
          <span class="detail">
            {words.term.synonyms} {detail}
          </span>
        )}
      </dd>
    </div>
  );
}
