import type { ShownTour } from '../../../main/contract/answers.ts';
import { createNames } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import { words } from '../../words/index.ts';
import { TakeHome } from '../frame/take-home.tsx';
import { StopView } from './stop.tsx';
import { TourTools } from './tour-tools.tsx';

/** A tour from end to end: at each stop how long it takes, what is shown and what is asked; what to say is folded. */
export function Tour({ shown }: { readonly shown: ShownTour }) {
  const { record, linkedFrom } = shown;
  const nameOf = createNames(shown.links);
  const minutes = record.stops.reduce((sum, stop) => sum + stop.minutes, 0);
  return (
    <div class="page narrow record">
      <RecordHead
        list="tours"
        name={record.title || words.ownTours.untitled}
        language={record.language}
      >
        <p class="standing">{words.tour.length(record.stops.length, minutes)}</p>
        <ProseText prose={record.lead} nameOf={nameOf} language={record.language} />
        <TourTools tour={record.address} />
        <TakeHome address={record.address} of="tour" isFolded />
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
                language={record.language}
              />
            </li>
          ))}
        </ol>
      </section>
      <RecordFoot record={record} linkedFrom={linkedFrom} nameOf={nameOf} />
    </div>
  );
}
