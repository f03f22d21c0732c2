import type { Api } from '../main/contract/api.ts';
import { createAdding } from './state/adding.ts';
import { createAddToTour } from './state/add-to-tour.ts';
import { createInbox } from './state/inbox.ts';
import { createJobs } from './state/jobs.ts';
import { createMachine } from './state/machine.ts';
import { createOwnTours } from './state/own-tours.ts';
import { createPackFile } from './state/pack-file.ts';
import { createPacks } from './state/packs.ts';
import { createSticks } from './state/sticks.ts';
import { createFinder } from './state/tour-editor-found.ts';
import { createTourChannel, createTourEditors } from './state/tour-editor.ts';
import { createTrainerRoom } from './state/trainer-room.ts';
import { TrainerLayer } from './views/frame/trainer-layer.tsx';
import type { TrainerTools } from './views/frame/trainer-tools.ts';

interface Needs {
  readonly api: Api;
  readonly view: Window;
  readonly go: (href: string) => void;
  readonly reload: () => void;
  readonly hasShell: boolean;
}

/** Loaded on a trainer's page alone, once it is known to be one. */
export function createTrainerTools({ api, view, go, reload, hasShell }: Needs): TrainerTools {
  const channel = createTourChannel();
  const tourEditors = createTourEditors(api, view, channel);
  return {
    tourEditors,
    addToTour: createAddToTour(api, view, tourEditors, channel),
    ownTours: createOwnTours(api, go, reload),
    makeFinder: () => createFinder(api),
    trainerRoom: createTrainerRoom(api),
    inbox: createInbox(api),
    packs: createPacks(api, reload),
    packFile: createPackFile(api),
    sticks: createSticks(api),
    adding: createAdding(api, go),
    machine: createMachine(api),
    jobs: createJobs(api),
    hasShell,
    go,
    Layer: TrainerLayer,
  };
}
