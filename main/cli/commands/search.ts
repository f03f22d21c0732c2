import type { Hit, SearchAnswer, SearchNote } from '../../contract/answers.ts';
import { done, type Result } from '../../contract/failure.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { bold, dim, marked, paragraph, print, printJson, remark, safe } from '../output.ts';

interface SearchOptions extends Common {
  readonly limit?: number;
  readonly offset?: number;
  readonly type?: string;
  readonly body?: string;
  readonly year?: number;
  readonly section?: string;
  readonly actor?: string;
}

const noteText = {
  'read-as-plain-words':
    'The query does not follow the rules of search; it was read as plain words.',
  'no-words': 'The query holds no word to search for.',
  'query-shortened': 'The query is very long; only its beginning was read.',
} satisfies Record<SearchNote['code'], string>;

function hitText(hit: Hit, number: number): string {
  const lines = [paragraph(bold(safe(hit.name)), { label: `${number}`, margin: 4 })];
  if (hit.kind === 'reference') lines.push(paragraph(safe(hit.title), { margin: 4 }));
  if (hit.heading !== '') lines.push(paragraph(safe(hit.heading), { margin: 4 }));
  const label = hit.label === '' ? '' : `    ${safe(hit.label)}`;
  lines.push(
    paragraph(marked(hit.snippet, hit.marks), { label, margin: hit.label === '' ? 4 : 9 }),
  );
  lines.push(`    ${dim(hit.isOwn ? `${hit.address}  (your own document)` : hit.address)}`);
  return lines.join('\n');
}

function answerText(answer: SearchAnswer, offset: number): string {
  const { total, hits, ms } = answer;
  const count = total === 1 ? '1 result' : `${total} results`;
  const range = hits.length < total ? `, ${offset + 1} to ${offset + hits.length}` : '';
  const head =
    hits.length === 0 && total === 0
      ? 'Nothing was found.'
      : `${count}${range} ${dim(`(${ms} ms)`)}`;
  return [head, ...hits.map((hit, position) => hitText(hit, offset + position + 1))].join('\n\n');
}

/** Prints what a query finds. */
export async function search(query: string, options: SearchOptions): Promise<Result<void>> {
  return withService(options, async ({ api }) => {
    const { limit, offset, type, body, year, section, actor } = options;
    const answer = await api.search({ query, limit, offset, type, body, year, section, actor });
    if (!answer.ok) return answer;
    for (const note of answer.value.notes) remark(noteText[note.code]);
    if (options.json === true) printJson(answer.value);
    else print(answerText(answer.value, offset ?? 0));
    return done(undefined);
  });
}
