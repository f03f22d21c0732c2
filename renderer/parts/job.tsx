import { useEffect } from 'preact/hooks';
import type { Job } from '../../main/contract/machine.ts';
import type { Jobs } from '../state/jobs.ts';
import { words } from '../words/index.ts';

interface JobsViewProps {
  readonly jobs: Jobs;
  /** The kinds of which the rest of the screen speaks. */
  readonly kinds: readonly Job['kind'][];
  /** What is said while it is not known yet how far it is. */
  readonly waiting: string;
}

/** How far something is that takes a while, and the way to call it off. */
export function JobsView({ jobs, kinds, waiting }: JobsViewProps) {
  useEffect(() => jobs.watch(), [jobs]);
  const shown = jobs.running.value.filter(({ kind }) => kinds.includes(kind));
  return (
    <div class="jobs">
      <output class="for-ears">{waiting}</output>
      {shown.length === 0 ? (
        <p>
          {waiting}
          <progress aria-label={waiting} />
        </p>
      ) : (
        shown.map((job) => (
          <JobView key={job.id} job={job} onCallOff={() => jobs.callOff(job.id)} />
        ))
      )}
    </div>
  );
}

interface JobViewProps {
  readonly job: Job;
  readonly onCallOff: () => void;
}

function JobView({ job: { kind, what, done, total, unit }, onCallOff }: JobViewProps) {
  const name = words.jobs.kind(kind, what);
  return (
    <div class="job">
      <p>
        {name} {total > 0 && <span class="quiet">{words.jobs.of(done, total, unit)}</span>}
      </p>
      <progress
        aria-label={name}
        {...(total > 0 && { value: Math.min(done, total), max: total })}
      />
      <button type="button" onClick={onCallOff}>
        {words.jobs.callOff}
      </button>
    </div>
  );
}
