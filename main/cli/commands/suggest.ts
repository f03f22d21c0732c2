import { done, type Result } from '../../contract/failure.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { dim, paragraph, print, printJson, remark, safe } from '../output.ts';

interface SuggestOptions extends Common {
  readonly limit?: number;
}

/** Prints what a prefix may stand for. */
export async function suggest(prefix: string, options: SuggestOptions): Promise<Result<void>> {
  return withService(options, async ({ api }) => {
    const answer = await api.suggest({ prefix, limit: options.limit });
    if (!answer.ok) return answer;
    if (options.json === true) {
      printJson(answer.value);
      return done(undefined);
    }
    for (const { text, kind, address } of answer.value.items) {
      print(paragraph(safe(text), { label: kind, margin: 9 }));
      print(`         ${dim(address)}`);
    }
    if (answer.value.items.length === 0) remark('Nothing begins like this.');
    return done(undefined);
  });
}
