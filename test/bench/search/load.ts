import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Spread } from '../figures.ts';

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** JSON; null where there is none. */
  readonly body: string | null;
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly mostRequests: number;
  readonly asks: readonly Ask[];
}

export interface LoadAnswer {
  /** More than were asked for where the server ends them. */
  readonly openedConnections: number;
  readonly answered: number;
  readonly failed: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly ms: Spread;
}

/** Puts a load on a server of this machine from a process of its own. */
export async function putLoad(
  port: number,
  asks: readonly Ask[],
  seconds = 8,
): Promise<LoadAnswer> {
  const load: Load = { port, connections: 200, seconds, mostRequests: 100_000, asks };
  const script = fileURLToPath(new URL('load-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: (seconds + 60) * 1000,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await once(child, 'close');
  return JSON.parse(output);
}
