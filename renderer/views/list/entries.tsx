import type { RecordSummary } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

interface EntriesProps {
  readonly records: readonly RecordSummary[];
  /** Of the headings that the entries' names are. */
  readonly level: 2 | 3;
}

/** Records by their name, what it stands for, and their first lines. */
export function Entries({ records, level }: EntriesProps) {
  const Heading = `h${level}` as const;
  return (
    <ul class="entries">
      {records.map(({ address, kind, name, title, detail, lead, parts }) => (
        <li key={address}>
          <div {...inLanguage('en')}>
            <Heading>
              <a href={hrefOf(address)}>
                <Words text={name} />
              </a>
            </Heading>
            {title !== '' && title !== name && (
              <p class="title">
                <Words text={title} />
              </p>
            )}
            {detail !== '' && detail !== title && <p class="quiet">{detail}</p>}
            {lead !== '' && (
              <p class="lead">
                <Words text={lead} />
              </p>
            )}
          </div>
          {kind === 'handbook' && parts !== null && (
            <p class="quiet">{words.handbook.countOfChapters(parts)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
