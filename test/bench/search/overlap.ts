import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchRequest } from '../../../main/contract/api.ts';
import type { KeptTexts } from './corpus/kept.ts';
import type { ExactAnswer } from './exact/ranking.ts';
import type { LineProcess } from './processes.ts';

export interface Overlap {
  /** Mean share of the exact top 20 that is in the library's top 20, over the queries that find something. */
  readonly mean: number;
  readonly queries: number;
  /** Queries of which the least is shared, and what each side counts. */
  readonly worst: readonly {
    readonly query: string;
    readonly shared: number;
    readonly total: number;
    readonly exactTotal: number;
  }[];
}

function rankExactly(
  texts: KeptTexts,
  library: string,
  queries: readonly SearchRequest[],
): ExactAnswer[] {
  const folder = mkdtempSync(join(tmpdir(), 'recital-bench-'));
  const file = join(folder, 'queries.json');
  writeFileSync(file, JSON.stringify(queries));
  const script = fileURLToPath(new URL('exact/process.ts', import.meta.url));
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6000', script, texts.file, file, library],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 28 },
  );
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error('The exact ranking failed.');
  return JSON.parse(stdout);
}

/** How much of what an exhaustive ranking puts first the library puts first too; both fold the same. */
export async function measureOverlap(
  texts: KeptTexts,
  library: string,
  queries: readonly SearchRequest[],
  recital: LineProcess,
): Promise<Overlap> {
  const exact = rankExactly(texts, library, queries);
  const shares: Overlap['worst'][number][] = [];
  for (const [at, request] of queries.entries()) {
    const { total: exactTotal, best } = exact[at] ?? { total: 0, best: [] };
    if (best.length === 0) continue;
    const { total, hits } = await recital.ask<{ total: number; hits: string[] }>({
      search: { ...request, limit: 20 },
    });
    const found = new Set(hits);
    const shared = best.filter((address) => found.has(address)).length / best.length;
    shares.push({ query: JSON.stringify(request), shared, total, exactTotal });
  }
  return {
    mean: shares.reduce((sum, { shared }) => sum + shared, 0) / shares.length,
    queries: shares.length,
    worst: shares.toSorted((a, b) => a.shared - b.shared).slice(0, 12),
  };
}
