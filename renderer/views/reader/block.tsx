import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useIsNear } from '../../parts/near.ts';
import type { Block } from './plan.ts';
import { firstTerms } from './first-terms.ts';
import { Provisions } from './provisions.tsx';
import type { Setting } from './setting.ts';

interface BlockProps {
  readonly block: Block;
  readonly heading: string;
  /** The provision of the block that was asked for. */
  readonly target: string | null;
  readonly setting: Setting;
}

/** Some provisions of a section: drawn at once, or when the window comes near, or when there is time. */
export function BlockView({ block, heading, target, setting }: BlockProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(ref);
  const isDrawn = setting.unrolling.isDrawn(block.order).value || isNear;
  const find = isNear ? setting.definitions.find.value : null;
  const terms = useMemo(() => firstTerms(block.provisions, find), [block, find]);
  useLayoutEffect(() => {
    if (setting.plan.isLong) ref.current?.style.setProperty('--height', `${likelyHeight(block)}px`);
  }, [block, setting]);
  // Kept, so that another place that is asked for draws only what it changes.
  return useMemo(
    () => (
      <div ref={ref} class="block">
        {isDrawn && (
          <Provisions
            provisions={block.provisions}
            first={block.first}
            heading={heading}
            target={target}
            terms={terms}
            setting={setting}
          />
        )}
      </div>
    ),
    [block, heading, target, setting, isDrawn, terms],
  );
}

const lineHeight = 29;
const lineLength = 66;
const gap = 16;

/** What a block takes before it is laid out, in CSS pixels: about so many lines, half of the last ones empty. */
const likelyHeight = ({ length, count }: Block): number =>
  Math.round((length / lineLength + count / 2) * lineHeight + count * gap);
