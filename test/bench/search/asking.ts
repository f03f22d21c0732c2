import { Agent, request } from 'node:http';
import type { Ask } from './load.ts';

/** Asks one server over one connection that stays open, one request after the other. */
export interface Asker {
  /** Milliseconds from the asking to the last byte of the answer. */
  time(ask: Ask): Promise<number>;
  close(): void;
}

export function createAsker(port: number): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    time: ({ method, path, body }) =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        const asked = request(
          {
            host: '127.0.0.1',
            port,
            method,
            path,
            agent,
            headers:
              body === null
                ? {}
                : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
          },
          (response) => {
            response.on('data', () => {});
            response.on('end', () => {
              const ms = performance.now() - started;
              if (response.statusCode === 200) resolve(ms);
              else reject(new Error(`${path} ${body ?? ''} was answered ${response.statusCode}.`));
            });
          },
        );
        asked.on('error', reject);
        asked.end(body ?? undefined);
      }),
    close: () => agent.destroy(),
  };
}

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;

/**
 * Times every item with each of several ways, a few rounds in turn so that all meet the same machine, after one round
 * that is not counted. Answers for each way the median time of every item.
 */
export async function timeInTurn<Item, Way extends string>(
  items: readonly Item[],
  ways: Readonly<Record<Way, (item: Item) => Promise<number>>>,
  rounds = 3,
): Promise<Record<Way, number[]>> {
  const names = Object.keys(ways) as Way[];
  const times = new Map(names.map((name) => [name, items.map((): number[] => [])]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      for (const [index, item] of items.entries()) {
        const ms = await ways[name](item);
        if (round > 0) times.get(name)?.[index]?.push(ms);
      }
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, (times.get(name) ?? []).map(median)]),
  ) as Record<Way, number[]>;
}
