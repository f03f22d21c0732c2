import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** Whether a program is on this machine. */
export const isHere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

/** A process that answers one line of JSON to each line of JSON, in order. */
export interface LineProcess {
  ask<Answer>(question: unknown): Promise<Answer>;
  /** The next line, which nothing was asked for. */
  next<Answer>(): Promise<Answer>;
  end(): Promise<void>;
}

export function startLineProcess(program: string, args: readonly string[]): LineProcess {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  async function next<Answer>(): Promise<Answer> {
    const { value, done } = await lines.next();
    if (done === true || typeof value !== 'string') throw new Error(`${program} ended.`);
    return JSON.parse(value);
  }
  return {
    ask<Answer>(question: unknown): Promise<Answer> {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      return next<Answer>();
    },
    next,
    end: () => end(child),
  };
}

/** What a program took. `cpuMs` is what all its threads worked, which says more where the machine is shared. */
export interface Took {
  readonly ms: number;
  readonly cpuMs: number;
}

/** Runs a program to its end; its last lines are shown where it fails. */
export async function timeProgram(program: string, args: readonly string[]): Promise<Took> {
  const started = performance.now();
  // The shell's `times` says what its children worked: on the second line, in minutes and seconds.
  const script = '"$@" >&2; status=$?; times; exit $status';
  const child = spawn('sh', ['-c', script, 'sh', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-2000);
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${program} failed:\n${complaints}`);
  const times = [...(output.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  const cpuMs = times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
  return { ms: performance.now() - started, cpuMs };
}
