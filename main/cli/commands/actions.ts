import { done, type Result } from '../../contract/failure.ts';
import { actionsText } from '../action-text.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { print, printJson, remark } from '../output.ts';

interface ActionsOptions extends Common {
  readonly actor?: string;
  readonly edition?: string;
}

/** Prints who must do what. */
export async function actions(options: ActionsOptions): Promise<Result<void>> {
  return withService(options, async ({ api }) => {
    const { actor, edition } = options;
    const answer = await api.actions({ actor, edition });
    if (!answer.ok) return answer;
    const found = answer.value.actions;
    if (options.json === true) printJson(found);
    else if (found.length > 0) print(actionsText(found));
    else remark('Nothing is asked of anybody like this.');
    return done(undefined);
  });
}
