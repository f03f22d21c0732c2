import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import type { Hit, SearchAnswer } from '../../../main/contract/answers.ts';
import type { Api, SearchRequest } from '../../../main/contract/api.ts';
import { openService } from '../../../main/service/index.ts';
import { compileBundled } from '../../fixtures/service.ts';

/** Compiling takes two seconds, on a busy machine more; the same as a test may take. */
const mostMilliseconds = 60_000;

/** The Api on the bundled library, compiled and opened once for all tests of a file, which change nothing. */
export let bundled: Api;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recital-search-'));
  const libraryFile = await compileBundled(folder);
  const opened = openService({ libraryFile, version: '0.0.0' });
  if (!opened.ok) throw new Error(opened.error.message);
  bundled = opened.value.api;
  return () => {
    opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  };
}, mostMilliseconds);

/** Asks the bundled library; shows as many hits as can be. */
export async function ask(query: string, more: Partial<SearchRequest> = {}): Promise<SearchAnswer> {
  const answer = await bundled.search({ query, limit: 100, ...more });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

export const addressesOf = (hits: readonly Hit[]): string[] => hits.map(({ address }) => address);

/** Everything that is found as it was typed, folded or not, page after page. */
export async function everythingFor(
  query: string,
  more: Partial<SearchRequest> = {},
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let offset = 0; ; offset += 100) {
    const { hits, total } = await ask(query, { asTyped: true, ...more, offset });
    for (const { address, also } of hits)
      for (const each of [address, ...also.map((twin) => twin.address)]) found.add(each);
    if (offset + 100 >= total) return found;
  }
}
