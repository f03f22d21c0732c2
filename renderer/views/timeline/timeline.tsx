import type { TimelineEdition, TimelineMeeting } from '../../../main/contract/network.ts';
import { inLanguage } from '../../parts/direction.ts';
import { hrefOf, mapHref, timelineHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';

type TimelineScreen = Screen & { readonly kind: 'timeline' };

/** The bodies whose meetings are known, in the order in which the Union names them; others after them. */
const usualOrder = ['pp', 'wtsa', 'wtdc', 'ra', 'wrc'];

/** The assemblies and conferences by date with what each adopted; a lane for each body where there is room. */
export function TimelineView({ screen: { meetings, place } }: { readonly screen: TimelineScreen }) {
  const all = bodiesOf(meetings);
  const bodies = place.body === null ? all : all.filter((body) => body === place.body);
  const shown = meetings.filter(({ body }) => bodies.includes(body));
  const years = [...Map.groupBy(shown, ({ year }) => year)].toSorted(([a], [b]) => b - a);
  return (
    <div class="page meetings-timeline">
      <header>
        <h1 tabIndex={-1}>{words.meetingsTimeline.name}</h1>
        <p class="lead">{words.meetingsTimeline.lead}</p>
        <p class="quiet">
          <a href={mapHref()}>{words.meetingsTimeline.toMap}</a>
        </p>
      </header>
      <ul class="lane-names" aria-label={words.meetingsTimeline.bodies}>
        <li class="lane-all">
          <a href={timelineHref()} aria-current={place.body === null ? 'true' : undefined}>
            {words.meetingsTimeline.all}
          </a>
        </li>
        {all.map((body) => (
          <li key={body}>
            <a
              href={timelineHref({ body })}
              aria-current={place.body === body ? 'true' : undefined}
            >
              {words.bodyShort(body)}
            </a>
          </li>
        ))}
      </ul>
      <output class="for-ears">{words.list.count(shown.length, meetings.length)}</output>
      {shown.length === 0 && (
        <p class="notice">
          {meetings.length === 0 ? words.meetingsTimeline.empty : words.meetingsTimeline.noMeetings}
        </p>
      )}
      <ol class={bodies.length === 1 ? 'lanes is-single' : 'lanes'}>
        {years.map(([year, own]) => (
          <li key={year}>
            <h2>{year}</h2>
            <ul>
              {byLane(own, bodies).map((meeting) => (
                <li
                  key={meeting.address}
                  class={`${laneOf(meeting, own, bodies)} is-${timeOf(meeting)}`}
                >
                  <Meeting meeting={meeting} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** As the eye goes along a year: lane by lane, where a body met twice the later meeting first. */
const byLane = (
  own: readonly TimelineMeeting[],
  bodies: readonly string[],
): readonly TimelineMeeting[] =>
  own.toSorted((a, b) => bodies.indexOf(a.body) - bodies.indexOf(b.body));

/** A meeting has the room from its own lane to the next one in which another body met that year. */
function laneOf(
  { body }: TimelineMeeting,
  own: readonly TimelineMeeting[],
  bodies: readonly string[],
): string {
  const lane = bodies.indexOf(body);
  const next = bodies.findIndex(
    (other, at) => at > lane && own.some((each) => each.body === other),
  );
  return `lane-${lane + 1} until-${(next < 0 ? bodies.length : next) + 1}`;
}

function bodiesOf(meetings: readonly TimelineMeeting[]): readonly string[] {
  const found = [...new Set(meetings.map(({ body }) => body))];
  return [
    ...usualOrder.filter((body) => found.includes(body)),
    ...found.filter((body) => !usualOrder.includes(body)).toSorted(),
  ];
}

type Time = 'past' | 'now' | 'coming';

/** Whether a meeting is over, as far as its dates tell. */
function timeOf({ from, to, year }: TimelineMeeting): Time {
  const today = new Date().toISOString().slice(0, 10);
  if ((to ?? `${year}-12-31`) < today) return 'past';
  return (from ?? `${year + 1}`) > today ? 'coming' : 'now';
}

/** As many editions as stand under a meeting at once. */
const atOnce = 4;

function Meeting({ meeting }: { readonly meeting: TimelineMeeting }) {
  const { address, name, place, year, from, to, editions } = meeting;
  const time = timeOf(meeting);
  const inOrder = editions.toSorted((a, b) => Number(b.hasText) - Number(a.hasText));
  const shown = inOrder.length <= atOnce + 1 ? inOrder.length : atOnce;
  return (
    <article>
      <h3>
        <a href={hrefOf(address)} {...inLanguage('en')}>
          {name}
        </a>
      </h3>
      <p class="quiet">
        <span {...inLanguage('en')}>{place}</span>
        {' · '}
        {from !== null && to !== null ? words.dates(from, to) : words.date(String(year))}
      </p>
      {time !== 'past' && <p class="when">{words.meetingsTimeline[time]}</p>}
      {editions.length > 0 && <Editions editions={inOrder.slice(0, shown)} />}
      {shown < inOrder.length && (
        <details>
          <summary>{words.meetingsTimeline.more(inOrder.length - shown)}</summary>
          <Editions editions={inOrder.slice(shown)} />
        </details>
      )}
    </article>
  );
}

function Editions({ editions }: { readonly editions: readonly TimelineEdition[] }) {
  return (
    <ul class="adopted">
      {editions.map(({ edition, name, title, hasText }) => (
        <li key={edition} class={hasText ? 'is-here' : undefined}>
          <a href={hrefOf(edition)} title={title} {...inLanguage('en')}>
            {name}
          </a>
          {hasText && <span class="here"> {words.meetingsTimeline.textHere}</span>}
        </li>
      ))}
    </ul>
  );
}
