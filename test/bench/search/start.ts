import { spawnSync } from 'node:child_process';
import { project } from '../../../build/tools.ts';
import { nobodysData } from '../../nobodys-data.ts';
import { spreadOf, type Spread } from '../figures.ts';

function timeProcess(args: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    cwd: project,
    env: { ...process.env, RECITAL_DATA: nobodysData },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
  return performance.now() - started;
}

export interface StartFigures {
  readonly search: Spread;
  readonly emptyNode: Spread;
  readonly ratio: number;
}

/**
 * Wall time of whole processes, in turn with an empty one, since a start is mostly Node's own. The command is the built
 * one, as after `npm run build`.
 */
export function timeStart(query: string, library: readonly string[] = []): StartFigures {
  const command = ['main/cli/recital.js', 'search', query, '--json', ...library];
  timeProcess(['build/build.ts', 'library', 'command']);
  // Once to read the library's file into the system's memory.
  timeProcess(command);
  const pairs = Array.from(
    { length: 15 },
    () => [timeProcess(command), timeProcess(['-e', '0'])] as const,
  );
  const search = spreadOf(pairs.map(([time]) => time));
  const emptyNode = spreadOf(pairs.map(([, time]) => time));
  return { search, emptyNode, ratio: Math.round((search.p50 / emptyNode.p50) * 100) / 100 };
}
