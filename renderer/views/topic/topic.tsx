import type { ShownTopic } from '../../../main/contract/answers.ts';
import { createNames } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import { libraryHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { placeWanted } from '../add-to-tour/wanted.ts';
import { Provisions } from './provisions.tsx';

/** A topic: its provisions, and everything of the library that belongs to it. */
export function Topic({ shown }: { readonly shown: ShownTopic }) {
  const { record, linkedFrom } = shown;
  const nameOf = createNames(shown.links);
  return (
    <div class="page narrow record">
      <RecordHead list="topics" name={record.title}>
        <ProseText prose={record.lead} nameOf={nameOf} />
        <p class="browse">
          <a href={libraryHref({ topic: record.address.replace('topic/', '') })}>
            {words.topic.inLibrary}
          </a>
        </p>
        <AddButton wanted={placeWanted(record.address, record.title)} hasKey />
      </RecordHead>
      {record.provisions.length > 0 && (
        <section aria-labelledby="topic-provisions">
          <h2 id="topic-provisions">{words.topic.provisions}</h2>
          <Provisions addresses={record.provisions} nameOf={nameOf} />
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
