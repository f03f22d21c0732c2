import { done, type Result } from '../../contract/failure.ts';
import { evaluate } from '../../service/index.ts';
import type { Common } from '../common.ts';
import { print, printJson } from '../output.ts';

/** Prints how well search ranks a judged collection. */
export async function evaluateSearch(folder: string, options: Common): Promise<Result<void>> {
  const evaluated = await evaluate(folder);
  if (!evaluated.ok) return evaluated;
  const { map, ndcg10, p10, recall100, queries, ms } = evaluated.value;
  if (options.json === true) {
    printJson(evaluated.value);
    return done(undefined);
  }
  const rows = [
    ['MAP', map.toFixed(4)],
    ['nDCG@10', ndcg10.toFixed(4)],
    ['P@10', p10.toFixed(4)],
    ['recall@100', recall100.toFixed(4)],
    ['queries', `${queries}`],
    ['ms', `${ms}`],
  ] as const;
  for (const [name, value] of rows) print(`${name.padEnd(12)}${value.padStart(8)}`);
  return done(undefined);
}
