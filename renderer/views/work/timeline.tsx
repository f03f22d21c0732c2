import type { RecordSummary, ShownWork } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { Status } from '../../parts/status.tsx';
import { compareHref, hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { timelineOf, type TimelineEntry } from './timeline-entries.ts';

interface TimelineProps {
  readonly work: ShownWork;
  readonly meetings: readonly RecordSummary[];
}

/** The editions of a work through its meetings, newest first; the texts that are here can be read and compared. */
export function Timeline({ work, meetings }: TimelineProps) {
  const entries = timelineOf(work, meetings);
  const newest = entries.find(({ text }) => text !== null)?.text;
  return (
    <section aria-labelledby="work-timeline">
      <h2 id="work-timeline">{words.timeline.name}</h2>
      <ol class="timeline">
        {entries.map((entry) => (
          <li key={entry.edition} class={entry.text === null ? 'is-known' : 'is-here'}>
            <EntryView entry={entry} />
          </li>
        ))}
      </ol>
      {newest !== undefined && newest !== null && (
        <p class="compare-any">
          <a href={compareHref({ to: newest.edition })}>{words.timeline.compareAny}</a>
        </p>
      )}
    </section>
  );
}

function EntryView({ entry }: { readonly entry: TimelineEntry }) {
  const { edition, text, known, meeting, status, cites, before } = entry;
  const approved = known?.approved ?? known?.published ?? edition;
  return (
    <>
      <p class="when">{text === null ? words.editionName(approved) : whenOf(entry)}</p>
      <p class="edition-name" {...inLanguage('en')}>
        {text === null ? (
          (meeting?.detail ?? words.editionName(edition))
        ) : (
          <a href={hrefOf(text.edition)}>{text.name}</a>
        )}
      </p>
      <p class="quiet">
        {meeting !== null && <a href={hrefOf(meeting.address)}>{meeting.name}</a>}
        <span>{text === null ? words.timeline.recordOnly : words.timeline.textHere}</span>
        {status !== null && <Status status={status} />}
        {cites > 0 && <span>{words.timeline.citedHere(cites)}</span>}
      </p>
      {text !== null && before !== null && (
        <p>
          <a class="compare-these" href={compareHref({ from: before.edition, to: text.edition })}>
            <Icon name="swap" />
            {words.timeline.compare(
              words.editionName(before.edition.slice(text.work.length + 1)),
              words.editionName(edition),
            )}
          </a>
        </p>
      )}
    </>
  );
}

function whenOf({ edition, text }: TimelineEntry): string {
  if (text === null) return words.editionName(edition);
  return words.dates(text.meetingFrom, text.meetingTo) || words.editionName(edition);
}
