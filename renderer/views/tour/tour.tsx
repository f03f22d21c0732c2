import type { ShownTour } from '../../../main/contract/answers.ts';
import { createNames, type NameOf } from '../../parts/names.ts';
import { placeId } from '../../parts/place.ts';
import { ProseText } from '../../parts/prose.tsx';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import type { Stop } from '../../../main/contract/records.ts';
import { hrefOf, partOf } from '../../state/places.ts';
import { words } from '../../words/index.ts';
import { Exhibits } from './exhibits.tsx';

/** A tour as the list of its stops: what to show, what to say, and what to ask at each. */
export function Tour({ shown }: { readonly shown: ShownTour }) {
  const { record, linkedFrom } = shown;
  const nameOf = createNames(shown.links);
  const minutes = record.stops.reduce((sum, stop) => sum + stop.minutes, 0);
  return (
    <div class="page narrow record">
      <RecordHead list="tours" name={record.title}>
        <p class="standing">{words.tour.length(record.stops.length, minutes)}</p>
        <ProseText prose={record.lead} nameOf={nameOf} />
      </RecordHead>
      <section aria-labelledby="tour-stops">
        <h2 id="tour-stops">{words.tour.stops}</h2>
        <ol class="stops">
          {record.stops.map((stop, order) => (
            <li key={stop.address}>
              <StopView
                stop={stop}
                order={order + 1}
                isAskedFor={stop.address === shown.stop}
                nameOf={nameOf}
              />
            </li>
          ))}
        </ol>
      </section>
      <RecordFoot record={record} linkedFrom={linkedFrom} nameOf={nameOf} />
    </div>
  );
}

interface StopProps {
  readonly stop: Stop;
  readonly order: number;
  readonly isAskedFor: boolean;
  readonly nameOf: NameOf;
}

function StopView({ stop, order, isAskedFor, nameOf }: StopProps) {
  const { address, title, minutes, show, notes, question } = stop;
  const headingId = `stop-${order}`;
  return (
    <article
      class="stop"
      id={placeId(partOf(address) ?? '')}
      tabIndex={-1}
      aria-labelledby={headingId}
      aria-current={isAskedFor ? 'location' : undefined}
    >
      <p class="kicker">
        {words.tour.stop(order)} · {words.minutes(minutes)}
      </p>
      <h3 id={headingId}>
        <a href={hrefOf(address)}>{title}</a>
      </h3>
      <dl>
        <dt>{words.tour.show}</dt>
        <dd>
          <Exhibits exhibits={show} nameOf={nameOf} />
        </dd>
        <dt>{words.tour.say}</dt>
        <dd>
          <ProseText prose={notes} nameOf={nameOf} level={4} />
        </dd>
        <dt>{words.tour.ask}</dt>
        <dd class="question">{question}</dd>
      </dl>
    </article>
  );
}
