import type { ShownTour } from '../../../main/contract/answers.ts';
import { useEffect, useRef } from 'preact/hooks';
import { inLanguage } from '../../parts/direction.ts';
import { words } from '../../words/index.ts';

interface StopsProps {
  readonly tour: ShownTour;
  /** From 1. */
  readonly here: number;
  readonly onGo: (stop: number) => void;
}

/** Every stop, to go to at once. */
export function Stops({ tour, here, onGo }: StopsProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // In its own list, never the page with it.
    const scroller = list.current?.parentElement;
    const button = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!(scroller instanceof HTMLElement) || !button) return;
    const above = button.offsetTop - scroller.offsetTop;
    scroller.scrollTo({ top: above - (scroller.clientHeight - button.offsetHeight) / 2 });
  }, [here]);
  return (
    <section class="present-stops" aria-labelledby="present-stops">
      <h2 id="present-stops">{words.tour.stops}</h2>
      <p class="quiet">{words.presentScreen.jumpHint}</p>
      <ol ref={list} {...inLanguage(tour.record.language)}>
        {tour.record.stops.map(({ address, title, minutes }, order) => (
          <li key={address}>
            <button
              type="button"
              aria-current={order + 1 === here ? 'step' : undefined}
              onClick={() => onGo(order + 1)}
            >
              <span class="present-order">{words.number(order + 1)}</span>
              <span class="present-stop">{title}</span>
              <span class="present-minutes" lang={words.language}>
                {words.minutesShort(minutes)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
