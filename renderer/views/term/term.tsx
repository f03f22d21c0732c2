import type { ShownTerm } from '../../../main/contract/answers.ts';
import { nameOfRecord } from '../../../main/contract/records.ts';
import { inLanguage } from '../../parts/direction.ts';
import { NamedList } from '../../parts/named-list.tsx';
import { createNames } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { placeWanted } from '../add-to-tour/wanted.ts';

/** A term: what it means, what people say instead, and where it is spoken of. */
export function Term({ shown }: { readonly shown: ShownTerm }) {
  const { record, linkedFrom } = shown;
  const nameOf = createNames(shown.links);
  return (
    <div class="page narrow record">
      <RecordHead list="glossary" name={nameOfRecord(record)}>
        {record.abbreviation !== null && (
          <p class="title" {...inLanguage('en')}>
            {record.term}
          </p>
        )}
      </RecordHead>
      <ProseText prose={record.definition} nameOf={nameOf} />
      <AddButton wanted={placeWanted(record.address, nameOfRecord(record))} hasKey />
      {record.synonyms.length > 0 && (
        <p class="synonyms">
          <span class="quiet">{words.term.synonyms}</span>{' '}
          <span {...inLanguage('en')}>{record.synonyms.join(', ')}</span>
        </p>
      )}
      {record.see.length > 0 && (
        <section aria-labelledby="term-see">
          <h2 id="term-see">{words.records.see}</h2>
          <NamedList items={record.see.map((address) => ({ address, ...nameOf(address) }))} />
        </section>
      )}
      <RecordFoot record={record} linkedFrom={linkedFrom} nameOf={nameOf} />
    </div>
  );
}
