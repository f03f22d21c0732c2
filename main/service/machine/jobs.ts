import type { Call } from '../../contract/api.ts';
import { done } from '../../contract/failure.ts';
import type { Job, MachineApi } from '../../contract/machine.ts';

/** How far a job is. */
export interface JobProgress {
  /** As before where it is not told. */
  readonly done?: number;
  /** 0: not known yet. */
  readonly total?: number;
  /** What is worked on now, where it is another than before. */
  readonly what?: string | undefined;
}

/** A job that runs. */
export interface RunningJob {
  /** Aborted once somebody called the job off: whoever does it looks, and leaves all as it was. */
  readonly signal: AbortSignal & Call;
  tell(progress: JobProgress): void;
}

/** What takes a while, for whoever waits for it to see how far it is, and to call it off. */
export interface Jobs extends Pick<MachineApi, 'jobs' | 'callOff'> {
  /** Lists a job while it is done. */
  run<T>(
    job: Pick<Job, 'kind' | 'what' | 'unit'>,
    work: (job: RunningJob) => Promise<T>,
  ): Promise<T>;
  /** Calls all jobs off and waits until they have ended. */
  close(): Promise<void>;
}

export function createJobs(): Jobs {
  interface Listed {
    shown: Job;
    readonly calling: AbortController;
    readonly ended: Promise<unknown>;
  }
  const listed = new Map<string, Listed>();
  let count = 0;
  let isClosed = false;

  return {
    run: (job, work) => {
      count += 1;
      const id = String(count);
      const calling = new AbortController();
      if (isClosed) calling.abort();
      const running: RunningJob = {
        signal: calling.signal,
        tell: ({ what, ...far }) => {
          const own = listed.get(id);
          if (own !== undefined) own.shown = { ...own.shown, ...far, what: what ?? own.shown.what };
        },
      };
      // Begun only once it is listed.
      const own = Promise.resolve()
        .then(() => work(running))
        .finally(() => listed.delete(id));
      listed.set(id, { shown: { ...job, id, done: 0, total: 0 }, calling, ended: own });
      return own;
    },
    jobs: async () => done({ jobs: [...listed.values()].map(({ shown }) => shown) }),
    callOff: async ({ id }) => {
      listed.get(id)?.calling.abort();
      return done(null);
    },
    close: async () => {
      isClosed = true;
      const running = [...listed.values()];
      for (const { calling } of running) calling.abort();
      await Promise.allSettled(running.map(({ ended }) => ended));
    },
  };
}
