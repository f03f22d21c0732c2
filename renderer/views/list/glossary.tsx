import { useState } from 'preact/hooks';
import type { RecordSummary } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Jump } from '../../parts/jump.tsx';
import { VirtualList, type GoTo } from '../../parts/virtual-list.tsx';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

/** Every term with what it means and what people say instead, under its first letter. */
export function Glossary({ records }: { readonly records: readonly RecordSummary[] }) {
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const firsts = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    const letter = letterOf(record);
    if (!firsts.has(letter)) firsts.set(letter, index);
  }
  return (
    <>
      {firsts.size > 1 && (
        <Jump
          name={words.list.letters}
          places={[...firsts.keys()].map((name) => ({ id: name, name }))}
          onJump={(letter) => setGoTo({ index: firsts.get(letter) ?? 0 })}
        />
      )}
      <VirtualList
        name="glossary"
        label={words.list.glossary.name}
        class="terms"
        items={records}
        keyOf={addressOf}
        estimate={104}
        goTo={goTo}
      >
        {(record, index) => (
          <>
            {firsts.get(letterOf(record)) === index && (
              <h2 class="group-name" tabIndex={-1}>
                {letterOf(record)}
              </h2>
            )}
            <Term record={record} />
          </>
        )}
      </VirtualList>
    </>
  );
}

const addressOf = ({ address }: RecordSummary): string => address;

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
    <div class="term-entry">
      <p class="term-name" {...inLanguage('en')}>
        <dfn>
          <a href={hrefOf(address)}>
            <Words text={name} />
          </a>
        </dfn>
        {title !== '' && title !== name && <span class="detail"> {title}</span>}
      </p>
      <div>
        <p class="meaning" {...inLanguage('en')}>
          <Words text={lead} />
        </p>
        {detail !== '' && (
          <p class="synonyms">
            <span class="quiet">{words.term.synonyms}</span>{' '}
            <span {...inLanguage('en')}>{detail}</span>
          </p>
        )}
      </div>
    </div>
  );
}
