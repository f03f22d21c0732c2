import type { SearchRequest } from '../../../main/contract/api.ts';
import { spreadOf, type Spread } from '../figures.ts';
import { createAsker, timeInTurn } from './asking.ts';
import { putLoad, type Ask, type LoadAnswer } from './load.ts';
import type { Served } from './peers/kiwix.ts';
import type { LineProcess } from './processes.ts';

const askRecital = (request: SearchRequest): Ask => ({
  method: 'POST',
  path: '/api/search',
  body: JSON.stringify({ ...request, limit: 20 }),
});

/** It has no filters: it gets the words alone. */
const askKiwix =
  (served: Served) =>
  ({ query }: SearchRequest): Ask => ({ method: 'GET', path: served.pathOf(query), body: null });

/** Recital beside a peer; null where the peer is not on this machine. */
export interface Beside<T> {
  readonly recital: T;
  readonly peer: T | null;
}

/** Milliseconds, and the queries that took Recital longest, so that somebody can look why. */
export interface Timed extends Beside<Spread> {
  readonly slowest: readonly {
    readonly query: string;
    readonly recital: number;
    readonly peer: number | null;
  }[];
}

const mostSlow = 5;

function timed(
  queries: readonly SearchRequest[],
  recital: readonly number[],
  peer: readonly number[] | null,
): Timed {
  const slowest = queries
    .map((request, at) => ({
      query: JSON.stringify(request),
      recital: recital[at] ?? Number.NaN,
      peer: peer?.[at] ?? null,
    }))
    .toSorted((a, b) => b.recital - a.recital)
    .slice(0, mostSlow);
  return { recital: spreadOf(recital), peer: peer === null ? null : spreadOf(peer), slowest };
}

/** Milliseconds over HTTP, one query after the other. */
export async function timeOverHttp(
  queries: readonly SearchRequest[],
  recitalPort: number,
  kiwix: Served | null,
  rounds?: number,
): Promise<Timed> {
  const ours = createAsker(recitalPort);
  const recital = (request: SearchRequest): Promise<number> => ours.time(askRecital(request));
  try {
    if (kiwix === null) {
      const times = await timeInTurn(queries, { recital }, rounds);
      return timed(queries, times.recital, null);
    }
    const theirs = createAsker(kiwix.port);
    const ask = askKiwix(kiwix);
    const times = await timeInTurn(
      queries,
      { recital, peer: (one) => theirs.time(ask(one)) },
      rounds,
    );
    theirs.close();
    return timed(queries, times.recital, times.peer);
  } finally {
    ours.close();
  }
}

/** Milliseconds inside each process, snippets of the twenty best included. */
export async function timeInside(
  queries: readonly SearchRequest[],
  ours: LineProcess,
  xapian: LineProcess | null,
): Promise<Timed> {
  const recital = async (search: SearchRequest): Promise<number> =>
    (await ours.ask<{ ms: number }>({ search: { ...search, limit: 20 } })).ms;
  if (xapian === null) {
    const times = await timeInTurn(queries, { recital });
    return timed(queries, times.recital, null);
  }
  const times = await timeInTurn(queries, {
    recital,
    peer: async (request) => (await xapian.ask<{ ms: number }>(request)).ms,
  });
  return timed(queries, times.recital, times.peer);
}

/** Two hundred connections at once, first to one server, then to the other. */
export async function loadBoth(
  queries: readonly SearchRequest[],
  recitalPort: number,
  kiwix: Served | null,
): Promise<Beside<LoadAnswer>> {
  const recital = await putLoad(recitalPort, queries.map(askRecital));
  return {
    recital,
    peer: kiwix === null ? null : await putLoad(kiwix.port, queries.map(askKiwix(kiwix))),
  };
}
