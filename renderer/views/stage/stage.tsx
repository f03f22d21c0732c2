import { useRef } from 'preact/hooks';
import type { Highlight } from '../../../main/contract/room.ts';
import { inLanguage } from '../../parts/direction.ts';
import type { StageShown } from '../../state/screens/load-stage.ts';
import { words } from '../../words/index.ts';
import { useSelected } from './selected.ts';
import { SlideView } from './slide.tsx';
import { useFit } from './use-fit.ts';

interface StageProps {
  readonly shown: StageShown;
  /**
   * `projector`: as large as its element, type as large as fits; `presenter`: the same, small; `phone`: all of the step as a text
   * that scrolls with the page.
   */
  readonly size: 'projector' | 'presenter' | 'phone';
  readonly highlight: Highlight | null;
  /** Told what words were selected, where the presenter may mark them. */
  readonly onSelect?: (highlight: Highlight) => void;
}

/** What the room sees: one idea, large, and in a line below it where in the tour that is. */
export function Stage({ shown, size, highlight, onSelect }: StageProps) {
  const { slide, step } = shown;
  const stage = useRef<HTMLDivElement>(null);
  const key = `${shown.tour.address} ${shown.stop} ${slide.step} ${slide.part}`;
  useFit(stage, size === 'phone' ? null : key);
  useSelected(stage, onSelect);
  const drawn = size === 'phone' ? step : [slide];
  return (
    <div ref={stage} class={`stage is-${size}`}>
      <div class="stage-sheet">
        <div class={`stage-slide is-${slide.kind}`}>
          {/* Whoever cannot see the type shrink is not told that it goes on. */}
          <div class="stage-room" tabIndex={size === 'projector' ? -1 : undefined}>
            <div class="stage-fit">
              {drawn.map((one) => (
                <SlideView
                  key={one.part}
                  slide={one}
                  shown={shown}
                  highlight={highlight}
                  level={size === 'presenter' ? 3 : 2}
                />
              ))}
            </div>
          </div>
          {size !== 'phone' && <Place shown={shown} />}
        </div>
      </div>
    </div>
  );
}

/** Where in the tour one is, discreetly: for whoever looked away. */
function Place({ shown: { tour, stop, stops, slide } }: { readonly shown: StageShown }) {
  return (
    <p class="stage-place">
      <span class="stage-tour" {...inLanguage(tour.record.language)}>
        {tour.record.title}
      </span>
      <span class="stage-dots" aria-hidden="true">
        {tour.record.stops.length <= 24 &&
          tour.record.stops.map(({ address }, order) => (
            <span
              key={address}
              class={order + 1 === stop ? 'is-here' : order + 1 < stop ? 'is-done' : undefined}
            />
          ))}
      </span>
      <span class="stage-count">
        {slide.parts > 1 && (
          <span class="stage-part">{words.stage.part(slide.part + 1, slide.parts)}</span>
        )}
        {words.stage.stopOf(stop, stops)}
      </span>
    </p>
  );
}
