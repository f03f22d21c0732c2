import { readFileSync } from 'node:fs';
import type { SearchRequest } from '../../../../main/contract/api.ts';
import { foldsOf } from '../folds.ts';
import { ExactRanking } from './ranking.ts';
import { linesOf } from '../peers/pages.ts';

// Ranks every entry of the texts for each query, in a process of its own since that takes memory and time.

const [texts = '', queries = '', library = ''] = process.argv.slice(2);
const requests: SearchRequest[] = JSON.parse(readFileSync(queries, 'utf8'));
const ranking = new ExactRanking(requests, foldsOf(library));
for (const line of linesOf(texts)) ranking.add(line);
process.stdout.write(JSON.stringify(ranking.best(20)));
