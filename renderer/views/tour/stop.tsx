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
  /** That the tour is written in. */
  readonly language: string;
}

/** One stop on the rail. The words to say open where the stop was asked for, and on paper. */
export function StopView({ stop, order, isAskedFor, nameOf, language }: StopProps) {
  const { address, title, minutes, show, notes, question, answers } = stop;
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
        <h3 id={headingId} {...inLanguage(language)}>
          <a href={hrefOf(address)}>{title || words.editScreen.untitledStop}</a>
        </h3>
        <dl>
          {show.length > 0 && (
            <>
              <dt>{words.tour.show}</dt>
              <dd>
                <Exhibits exhibits={show} nameOf={nameOf} />
              </dd>
            </>
          )}
          {question !== '' && (
            <>
              <dt>{words.tour.ask}</dt>
              <dd class="question" {...inLanguage(language)}>
                {question}
                {answers.length > 0 && (
                  <ul class="answers">
                    {answers.map((answer) => (
                      <li key={answer}>{answer}</li>
                    ))}
                  </ul>
                )}
              </dd>
            </>
          )}
        </dl>
        {notes.length > 0 && (
          <details class="say" open={isAskedFor || isPrinting}>
            <summary>{words.tour.say}</summary>
            <ProseText prose={notes} nameOf={nameOf} level={4} language={language} />
          </details>
        )}
      </div>
    </article>
  );
}
