import { signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { Job } from '../../main/contract/machine.ts';

/** What takes a while, while somebody looks at it. */
export interface Jobs {
  readonly running: ReadonlySignal<readonly Job[]>;
  /** Asks how far the jobs are, at once and again and again, until the answer is called. */
  watch(): () => void;
  callOff(id: string): Promise<void>;
}

/** How often it is asked how far they are, in milliseconds. */
const every = 400;

export function createJobs(api: Pick<Api, 'jobs' | 'callOff'>): Jobs {
  const running = signal<readonly Job[]>([]);
  let watchers = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const reply = await api.jobs({});
    if (watchers === 0) return;
    if (reply.ok) running.value = reply.value.jobs;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), every);
  }

  return {
    running,
    watch() {
      watchers += 1;
      if (watchers === 1) void look();
      return () => {
        watchers -= 1;
        if (watchers > 0) return;
        clearTimeout(timer);
        running.value = [];
      };
    },
    async callOff(id) {
      await api.callOff({ id });
    },
  };
}
