import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../../build/tools.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Result } from '../../main/contract/failure.ts';
import { averagePrecision, ndcgAt } from '../../main/service/eval/metrics.ts';
import { compileLibrary, evaluate, openService } from '../../main/service/index.ts';
import {
  figuresOf,
  judgedQueries,
  kinds,
  rankingOf,
  type Figures,
  type JudgedQuery,
} from '../relevance/judged.ts';
import { plainFts5 } from './plain-fts5.ts';
import { benchCollections, type BenchCollection } from './relevance-collections.ts';

interface Measured {
  readonly map: number;
  readonly ndcg10: number;
}

/** Search and plain FTS5 on one collection. `ratio` is that of the two MAPs; above 1, search is better. */
interface Compared {
  readonly collection: string;
  readonly documents: number;
  readonly queries: number;
  readonly search: Measured;
  readonly plainFts5: Measured;
  readonly ratio: number;
}

type Ranked = readonly [JudgedQuery, readonly string[]];

const contentFolder = join(project, 'content');
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function measure(
  { queries, qrels }: BenchCollection,
  rank: (query: string) => string[] | Promise<string[]>,
): Promise<Measured> {
  const ofQuery = Map.groupBy(qrels, ({ query }) => query);
  const judged = queries.filter(({ id }) => ofQuery.has(id));
  const sums = { map: 0, ndcg10: 0 };
  for (const { id, text } of judged) {
    const grades = new Map((ofQuery.get(id) ?? []).map(({ doc, grade }) => [doc, grade]));
    const ranking = await rank(text);
    sums.map += averagePrecision(ranking, grades);
    sums.ndcg10 += ndcgAt(10, ranking, grades);
  }
  return {
    map: rounded(sums.map / judged.length),
    ndcg10: rounded(sums.ndcg10 / judged.length),
  };
}

/** What `use` makes of the library that the content makes. */
async function inLibrary<T>(folder: string, use: (api: Api) => Promise<T>): Promise<T> {
  const libraryFile = join(folder, 'library.sqlite');
  valueOf(await compileLibrary({ contentFolder, out: libraryFile }));
  const service = valueOf(openService({ libraryFile, version: '0' }));
  try {
    return await use(service.api);
  } finally {
    service.close();
  }
}

/** Search over the bundled library. */
const measureLibrary = (collection: BenchCollection, folder: string): Promise<Measured> =>
  inLibrary(folder, (api) => measure(collection, (query) => rankingOf(api, query)));

/** Search over a collection's own documents, as `recital eval` does it. */
async function measureCollection(collection: BenchCollection, folder: string): Promise<Measured> {
  for (const part of ['docs', 'queries', 'qrels'] as const) {
    const lines = collection[part].map((row) => `${JSON.stringify(row)}\n`);
    await writeFile(join(folder, `${part}.jsonl`), lines.join(''));
  }
  const { map, ndcg10 } = valueOf(await evaluate(folder));
  return { map: rounded(map), ndcg10: rounded(ndcg10) };
}

/** How well search ranks beside plain FTS5: on the judged queries, and on what the content links. */
export async function measureRelevance(): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const collection of await benchCollections(contentFolder)) {
    const folder = await mkdtemp(join(tmpdir(), 'recital-relevance-'));
    try {
      const measureSearch = collection.isLibrary ? measureLibrary : measureCollection;
      const search = await measureSearch(collection, folder);
      const plain = await measure(collection, plainFts5(collection));
      compared.push({
        collection: collection.name,
        documents: collection.docs.length,
        queries: collection.queries.length,
        search,
        plainFts5: plain,
        ratio: Math.round((search.map / plain.map) * 100) / 100,
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return compared;
}

/** Every judged query with what the bundled library finds for it, best first. */
async function rankJudged(): Promise<Ranked[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recital-relevance-'));
  try {
    return await inLibrary(folder, async (api) => {
      const ranked: Ranked[] = [];
      for (const query of judgedQueries()) ranked.push([query, await rankingOf(api, query.text)]);
      return ranked;
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const figuresByKind = (ranked: readonly Ranked[]): Record<string, Figures & { queries: number }> =>
  Object.fromEntries(
    Object.entries(kinds).map(([letter, name]) => {
      const ofKind = ranked.filter(([{ id }]) => id.startsWith(letter));
      const { map, ndcg10, success1 } = figuresOf(ofKind);
      const figures = {
        map: rounded(map),
        ndcg10: rounded(ndcg10),
        success1: rounded(success1),
      };
      return [name, { queries: ofKind.length, ...figures }];
    }),
  );

/** A query, its average precision, and its first hits with their grades. */
function line([{ id, text, grades }, ranking]: Ranked): string {
  const hits = ranking.slice(0, 5).map((address) => `    ${grades.get(address) ?? '-'} ${address}`);
  return [`${id} ${averagePrecision(ranking, grades).toFixed(2)} ${text}`, ...hits].join('\n');
}

// Alone it prints the figures; with the letter of a kind, or the beginning of an id, those queries one by one.
if (import.meta.main) {
  const [wanted] = process.argv.slice(2);
  const ranked = await rankJudged();
  if (wanted === undefined) {
    console.table(figuresByKind(ranked));
    console.table(
      Object.fromEntries(
        (await measureRelevance()).map(({ collection, search, plainFts5: plain, ...others }) => [
          collection,
          {
            ...others,
            map: search.map,
            'map FTS5': plain.map,
            ndcg10: search.ndcg10,
            'ndcg10 FTS5': plain.ndcg10,
          },
        ]),
      ),
    );
  } else {
    for (const each of ranked) if (each[0].id.startsWith(wanted)) console.log(line(each));
  }
}
