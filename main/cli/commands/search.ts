import type { SearchRequest } from '../../contract/api.ts';
import { done, type Result } from '../../contract/failure.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { print, printJson, remark } from '../output.ts';
import { answerText, noteText } from '../search-text.ts';

interface SearchOptions extends Common, Omit<SearchRequest, 'query' | 'words'> {
  readonly any?: boolean;
}

/** Prints what a query finds, and why. */
export async function search(query: string, options: SearchOptions): Promise<Result<void>> {
  return withService(options, async ({ api }) => {
    // What every command has is no part of the question.
    const { json, library: _library, any, ...request } = options;
    const answer = await api.search({ query, ...request, words: any === true ? 'any' : undefined });
    if (!answer.ok) return answer;
    for (const note of answer.value.notes) remark(noteText(note));
    if (json === true) printJson(answer.value);
    else print(answerText(answer.value, request.offset ?? 0));
    return done(undefined);
  });
}
