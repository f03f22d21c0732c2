import type { MachineApi, OwnHealth } from '../../contract/machine.ts';
import type { Libraries } from '../packs/libraries.ts';
import { createDesk, type Desk } from './desk.ts';
import { createHealth } from './health.ts';
import type { Jobs } from './jobs.ts';
import type { Shell } from './shell.ts';
import { createSticks } from './sticks.ts';
import { systemVolumes, type Volumes } from './volumes.ts';

export interface MachineNeeds {
  readonly libraries: Libraries;
  readonly jobs: Jobs;
  readonly shell: Shell | null;
  readonly dataFolder: string | null;
  /** Where sticks are; as the system says unless told. */
  readonly volumes?: Volumes | undefined;
  /** How it is with the person's own library. */
  readonly own: () => OwnHealth;
  /** Aborted when the program closes. */
  readonly closing: AbortSignal;
}

/** All of the machine's methods but those of the jobs, which are there before any of them. */
export interface Machine
  extends Omit<MachineApi, 'jobs' | 'callOff'>, Pick<Desk, 'handOver' | 'tidy'> {}

export const createMachine = (needs: MachineNeeds): Machine => ({
  ...createHealth(needs),
  ...createSticks(needs.volumes ?? systemVolumes),
  ...createDesk({ ...needs, libraryFile: needs.libraries.source.place.libraryFile }),
});
