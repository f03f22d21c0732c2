import type { InView } from './in-view.ts';
import type { Plan } from './plan.ts';

interface RunningHeadProps {
  readonly plan: Plan;
  readonly inView: InView;
}

/**
 * The name of the section at the head of the window once its own heading has gone from sight, as at the head of a printed
 * page. For eyes alone: ears have the heading, and the outline marks the section.
 */
export function RunningHead({ plan, inView }: RunningHeadProps) {
  const section = inView.isHeadingGone.value ? inView.section.value : null;
  const short = section === null ? undefined : plan.places.get(section)?.section.short;
  return (
    <div class="running-head" aria-hidden="true">
      {short !== undefined && (
        <p>
          <i>{short.opening}</i> {short.rest}
        </p>
      )}
    </div>
  );
}
