import type { Address } from '../../main/contract/ids.ts';
import { keep, kept } from './kept.ts';
import { asTiming, type Timing } from './presentation-timing.ts';

/** Where a presenter was in a tour, and since when. */
export interface KeptPresentation {
  readonly stop: number;
  readonly step: number;
  readonly part: number;
  readonly timing: Timing | null;
}

const nameOf = (tour: Address): string => `presented.${tour}`;

/** Storage may hold anything: what is no place is none. */
export function keptPresentation(view: Window, tour: Address): KeptPresentation | null {
  try {
    const text = kept(view, nameOf(tour));
    const found: unknown = text === null ? null : JSON.parse(text);
    if (typeof found !== 'object' || found === null) return null;
    const { stop, step, part, timing } = found as Partial<Record<keyof KeptPresentation, unknown>>;
    const isPlace = [stop, step, part].every(
      (one) => Number.isInteger(one) && (one as number) >= 0,
    );
    if (!isPlace) return null;
    const place = { stop, step, part } as Pick<KeptPresentation, 'stop' | 'step' | 'part'>;
    return { ...place, timing: asTiming(timing) };
  } catch {
    return null;
  }
}

export function keepPresentation(
  view: Window,
  tour: Address,
  presentation: KeptPresentation | null,
): void {
  keep(view, nameOf(tour), presentation === null ? null : JSON.stringify(presentation));
}
