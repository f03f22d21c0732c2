import type { ShownTopic } from '../../../main/contract/answers.ts';
import { NamedList } from '../../parts/named-list.tsx';
import { createNames } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import { libraryHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

/** A topic: its provisions, and everything of the library that belongs to it. */
export function Topic({ shown }: { readonly shown: ShownTopic }) {
  const { record, linkedFrom } = shown;
  const nameOf = createNames(shown.links);
  const provisions = record.provisions.map((address) => ({ address, ...nameOf(address) }));
  return (
    <div class="page narrow record">
      <RecordHead list="topics" name={record.title}>
        <ProseText prose={record.lead} nameOf={nameOf} />
        <p class="browse">
          <a href={libraryHref({ topic: record.address.replace('topic/', '') })}>
            {words.topic.inLibrary}
          </a>
        </p>
      </RecordHead>
      {provisions.length > 0 && (
        <section aria-labelledby="topic-provisions">
          <h2 id="topic-provisions">{words.topic.provisions}</h2>
          <NamedList items={provisions} />
        </section>
      )}
      <RecordFoot
        record={record}
        linkedFrom={linkedFrom}
        nameOf={nameOf}
        heading={words.records.inTopic}
      />
    </div>
  );
}
