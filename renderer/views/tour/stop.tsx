import type { Stop } from '../../../main/contract/records.ts';
import { inLanguage } from '../../parts/direction.ts';
import type { NameOf } from '../../parts/names.ts';
import { placeId } from '../../parts/place.ts';
import { ProseText } from '../../parts/prose.tsx';
import { usePrinting } from '../../parts/use-printing.ts';
import { hrefOf, partOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { Exhibits } from './exhibits.tsx';

interface StopProps {
  readonly stop: Stop;
  readonly order: number;
  readonly isAskedFor: boolean;
  readonly nameOf: NameOf;
}

/** One stop on the rail. The words to say open where the stop was asked for, and on paper. */
export function StopView({ stop, order, isAskedFor, nameOf }: StopProps) {
  const { address, title, minutes, show, notes, question } = stop;
  const isPrinting = usePrinting();
  const headingId = `stop-${order}`;
  return (
    <article
      class="stop"
      id={placeId(partOf(address) ?? '')}
      tabIndex={-1}
      aria-labelledby={headingId}
      aria-current={isAskedFor ? 'location' : undefined}
    >
      <p class="rail">
        <span class="for-ears">{words.tour.stop(order)}</span>
        <span class="order" aria-hidden="true">
          {words.number(order)}
        </span>{' '}
        <span class="minutes">{words.minutesShort(minutes)}</span>
      </p>
      <div class="stop-content">
        <h3 id={headingId} {...inLanguage('en')}>
          <a href={hrefOf(address)}>{title}</a>
        </h3>
        <dl>
          <dt>{words.tour.show}</dt>
          <dd>
            <Exhibits exhibits={show} nameOf={nameOf} />
          </dd>
          <dt>{words.tour.ask}</dt>
          <dd class="question" {...inLanguage('en')}>
            {question}
          </dd>
        </dl>
        <details class="say" open={isAskedFor || isPrinting}>
          <summary>{words.tour.say}</summary>
          <ProseText prose={notes} nameOf={nameOf} level={4} />
        </details>
      </div>
    </article>
  );
}
