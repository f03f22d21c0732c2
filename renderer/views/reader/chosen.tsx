import { Context, hasContext } from './context.tsx';
import { Copying } from './copying.tsx';
import type { Setting } from './setting.ts';
import { useIsWide } from './use-width.ts';
import { inLanguage } from '../../parts/direction.ts';
import { useState } from 'preact/hooks';
import { words } from '../../words/index.ts';

interface ChosenProps {
  readonly target: string;
  readonly setting: Setting;
}

/** Under the place that was asked for, where there is no room beside the text: what can be done with it, and its context. */
export function Chosen({ target, setting }: ChosenProps) {
  const isWide = useIsWide();
  const [isOpen, setOpen] = useState(false);
  const place = setting.plan.places.get(target);
  if (isWide || place === undefined) return null;
  return (
    // The interface speaks here, in its own direction.
    <div class="chosen" {...inLanguage(words.language)}>
      <Copying place={place} setting={setting} />
      {hasContext(place, setting) && (
        <details class="context" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.reader.context}</summary>
          {/* Drawn once it is opened: then it asks what it does not know. */}
          {isOpen && <Context place={place} setting={setting} />}
        </details>
      )}
    </div>
  );
}
