import type { IncomingLink } from '../../main/contract/answers.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { Source } from '../../main/contract/records.ts';
import { hrefOf } from '../state/places/index.ts';
import { words } from '../words/index.ts';
import { inLanguage } from './direction.ts';
import { LinkedFrom } from './linked-from.tsx';
import type { NameOf } from './names.ts';

interface RecordFootProps {
  readonly record: { readonly topics: readonly string[]; readonly sources: readonly Source[] };
  readonly linkedFrom: readonly IncomingLink[];
  readonly nameOf: NameOf;
  /** Over what leads here. */
  readonly heading?: string | undefined;
}

/** What stands under every record: its topics, what of the library leads to it, and what its facts come from. */
export function RecordFoot({ record, linkedFrom, nameOf, heading }: RecordFootProps) {
  return (
    <>
      <Topics topics={record.topics} nameOf={nameOf} />
      <LinkedFrom links={linkedFrom} heading={heading} />
      <Sources sources={record.sources} nameOf={nameOf} />
    </>
  );
}

interface TopicsProps {
  readonly topics: readonly string[];
  readonly nameOf: NameOf;
}

function Topics({ topics, nameOf }: TopicsProps) {
  if (topics.length === 0) return null;
  return (
    <section class="topics" aria-labelledby="topics">
      <h2 id="topics">{words.records.topics}</h2>
      <ul>
        {topics.map((topic) => {
          const address = `topic/${topic}` as Address;
          return (
            <li key={topic}>
              <a href={hrefOf(address)} {...inLanguage('en')}>
                {nameOf(address).name}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface SourcesProps {
  readonly sources: readonly Source[];
  readonly nameOf: NameOf;
}

function Sources({ sources, nameOf }: SourcesProps) {
  if (sources.length === 0) return null;
  return (
    <details class="sources">
      <summary>{words.records.sources}</summary>
      <ul>
        {sources.map((source) => (
          <li key={source.id} {...inLanguage('en')}>
            <SourceView source={source} nameOf={nameOf} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A page of the network is told, not linked: nothing here goes beyond this machine. */
function SourceView({
  source: { title, url, address },
  nameOf,
}: {
  readonly source: Source;
  readonly nameOf: NameOf;
}) {
  if (address !== null)
    return <a href={hrefOf(address)}>{title === '' ? nameOf(address).name : title}</a>;
  return (
    <>
      {title}
      {url !== null && <span class="url"> {url}</span>}
    </>
  );
}
