import type { ShownMeeting } from '../../../main/contract/answers.ts';
import type { Address } from '../../../main/contract/ids.ts';
import { inLanguage } from '../../parts/direction.ts';
import { EditionList } from '../../parts/edition-list.tsx';
import { createNames } from '../../parts/names.ts';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import { meetingSlug } from '../../state/library.ts';
import { hrefOf, libraryHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

/** A meeting: which body met where and when, and what it adopted. */
export function Meeting({ shown }: { readonly shown: ShownMeeting }) {
  const { record, editions, linkedFrom } = shown;
  const nameOf = createNames(shown.links);
  const body = `body/${record.body}` as Address;
  const dates =
    record.from !== null && record.to !== null
      ? words.dates(record.from, record.to)
      : String(record.year);
  return (
    <div class="page narrow record">
      <RecordHead list="meetings" name={record.name} />
      <dl class="facts">
        <dt>{words.meeting.body}</dt>
        <dd>
          <a href={hrefOf(body)} {...inLanguage('en')}>
            {nameOf(body).name}
          </a>
        </dd>
        <dt>{words.meeting.place}</dt>
        <dd {...inLanguage('en')}>{record.place}</dd>
        <dt>{words.meeting.dates}</dt>
        <dd>{dates}</dd>
      </dl>
      <section aria-labelledby="meeting-editions">
        <h2 id="meeting-editions">{words.meeting.editions}</h2>
        {editions.length === 0 ? (
          <p>{words.meeting.noEditions}</p>
        ) : (
          <EditionList editions={editions} />
        )}
        <p class="browse">
          <a href={libraryHref({ meeting: meetingSlug(record.name) })}>{words.meeting.inLibrary}</a>
        </p>
      </section>
      <RecordFoot record={record} linkedFrom={linkedFrom} nameOf={nameOf} />
    </div>
  );
}
