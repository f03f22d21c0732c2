import type { MachineApi } from '../../contract/machine.ts';
import type { Libraries } from '../packs/libraries.ts';
import { createDesk, type Desk } from './desk.ts';
import { createHealth } from './health.ts';
import type { Jobs } from './jobs.ts';
import type { Shell } from './shell.ts';

export interface MachineNeeds {
  readonly libraries: Libraries;
  readonly jobs: Jobs;
  readonly shell: Shell | null;
  readonly dataFolder: string | null;
  /** Aborted when the program closes. */
  readonly closing: AbortSignal;
}

/** All of the machine's methods but those of the jobs, which are there before any of them. */
export interface Machine
  extends Omit<MachineApi, 'jobs' | 'callOff'>, Pick<Desk, 'handOver' | 'tidy'> {}

export const createMachine = (needs: MachineNeeds): Machine => ({
  ...createHealth(needs),
  ...createDesk({ ...needs, libraryFile: needs.libraries.source.place.libraryFile }),
});
