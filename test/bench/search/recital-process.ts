import { createInterface } from 'node:readline';
import type { SearchRequest, SuggestRequest } from '../../../main/contract/api.ts';
import { openService } from '../../../main/service/index.ts';

// Answers searches and suggestions from one library, a line of JSON each, with the time each took in here.

type Question = { readonly search: SearchRequest } | { readonly suggest: SuggestRequest };

const [libraryFile = ''] = process.argv.slice(2);
const opened = openService({ libraryFile, version: '0' });
if (!opened.ok) throw new Error(opened.error.message);
const { api } = opened.value;

async function answer(question: Question): Promise<unknown> {
  const started = performance.now();
  if ('search' in question) {
    const found = await api.search(question.search);
    const ms = performance.now() - started;
    if (!found.ok) throw new Error(found.error.message);
    const { total, hits, notes } = found.value;
    return {
      ms,
      total,
      hits: hits.map(({ address }) => address),
      notes: notes.map(({ code }) => code),
    };
  }
  const suggested = await api.suggest(question.suggest);
  const ms = performance.now() - started;
  if (!suggested.ok) throw new Error(suggested.error.message);
  return { ms, texts: suggested.value.items.map(({ text }) => text) };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
