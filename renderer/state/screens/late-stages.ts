import { failed, type Result } from '../../../main/contract/failure.ts';
import type { Stages } from './load-stage.ts';

/** What is asked of the stages by whoever does not present. */
export type LateStages = Pick<Stages, 'tour' | 'open' | 'shown'>;

/** Stages that come when they are first asked: most people present nothing. Where they cannot be had, they are asked for anew. */
export function createLateStages(bring: () => Promise<Stages>): LateStages {
  async function asked<Answer>(
    ask: (stages: Stages) => Promise<Result<Answer>>,
  ): Promise<Result<Answer>> {
    let stages: Stages;
    try {
      stages = await bring();
    } catch {
      return failed('unreachable', 'What shows a stage cannot be had.');
    }
    return ask(stages);
  }
  return {
    tour: (address) => asked((stages) => stages.tour(address)),
    open: (place) => asked((stages) => stages.open(place)),
    shown: (stage) => asked((stages) => stages.shown(stage)),
  };
}
