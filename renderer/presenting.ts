import type { ReadonlySignal } from '@preact/signals';
import type { Api } from '../main/contract/api.ts';
import { createStageChannel } from './state/presentation-channel.ts';
import { keptPresentation } from './state/presentation-kept.ts';
import { createRoomSender } from './state/presentation-room.ts';
import { createPresentation, type Presentation } from './state/presentation.ts';
import { createStages, type Stages } from './state/screens/load-stage.ts';

/** What shows a tour: to whoever presents it, and to whoever follows. */
export interface Presenting {
  readonly stages: Stages;
  readonly presentation: Presentation;
}

interface Needs {
  readonly api: Api;
  readonly view: Window;
  readonly isTrainer: ReadonlySignal<boolean>;
  /** Whether the line to the room holds. */
  readonly isJoined: ReadonlySignal<boolean>;
}

/** Loaded with the first tour that is presented here: most people present nothing. */
export function createPresenting({ api, view, isTrainer, isJoined }: Needs): Presenting {
  const stages = createStages(api, (tour) => keptPresentation(view, tour)?.stop ?? null);
  const presentation = createPresentation({
    view,
    stages,
    channel: createStageChannel(),
    room: createRoomSender(api, isTrainer, isJoined),
    now: Date.now,
  });
  return { stages, presentation };
}
