import { Context, hasContext } from './context.tsx';
import { Copying } from './copying.tsx';
import type { InView } from './in-view.ts';
import { nameOfPlace } from './plan.ts';
import type { Setting } from './setting.ts';
import { useIsWide } from './use-width.ts';
import { inLanguage } from '../../parts/direction.ts';
import { words } from '../../words/index.ts';

interface ContextPanelProps {
  readonly setting: Setting;
  readonly inView: InView;
}

/** Beside the text on a wide screen: the context of the place that was asked for, or else of the one that is read. */
export function ContextPanel({ setting, inView }: ContextPanelProps) {
  const isWide = useIsWide();
  if (!isWide) return null;
  return (
    <section class="context-panel" aria-label={words.reader.context}>
      <Shown setting={setting} inView={inView} />
    </section>
  );
}

function Shown({ setting, inView }: ContextPanelProps) {
  const place = setting.plan.places.get(inView.place.value ?? '');
  const { citedBy } = setting.edition;
  return (
    <>
      {place !== undefined && (
        // Keyed, so that what was said of one place is not said of the next.
        <div key={place.address}>
          <h2 {...inLanguage(setting.edition.language)}>
            {nameOfPlace(place) || setting.edition.summary.name}
          </h2>
          <Copying place={place} setting={setting} />
          <Context place={place} setting={setting} />
          {!hasContext(place, setting) && <p class="quiet">{words.reader.noContext}</p>}
        </div>
      )}
      {citedBy.length > 0 && (
        <p class="quiet whole-text">
          <button
            type="button"
            class="as-link"
            onClick={() => {
              const foot = document.getElementById('foot-cited');
              foot?.scrollIntoView({ block: 'start' });
              foot?.focus({ preventScroll: true });
            }}
          >
            {words.reader.textCitedIn(citedBy.length)}
          </button>
        </p>
      )}
    </>
  );
}
