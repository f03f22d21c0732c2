import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const project = resolve(import.meta.dirname, '..');

export interface Ran {
  readonly ok: boolean;
  /** Standard output and standard error in the order they came. */
  readonly output: string;
}

export interface RunOptions {
  /** Whether the output is shown as it comes, rather than kept for the caller alone. */
  readonly isShown?: boolean;
  /** The process is ended after this many milliseconds; no limit unless told. */
  readonly limitMs?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs one program in the project's folder, with the tools of `node_modules` first on the path, and answers when
 * it has ended. A program that cannot be started is a run that is not ok, with the reason as its output.
 */
export function run(
  command: string,
  args: readonly string[],
  { isShown = false, limitMs, env = {} }: RunOptions = {},
): Promise<Ran> {
  return new Promise((answer) => {
    const child = spawn(command, args, {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      ...(limitMs !== undefined && { timeout: limitMs }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (isShown) process.stdout.write(text);
      });
    }
    child.on('error', (error) => answer({ ok: false, output: `${command}: ${error.message}` }));
    child.on('close', (code) => answer({ ok: code === 0, output }));
  });
}

/** The JavaScript file behind a tool of `node_modules`, so that it runs on this Node on every system. */
const toolFiles = {
  knip: 'knip/bin/knip.js',
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
} as const;

export type Tool = keyof typeof toolFiles;

export function runTool(tool: Tool, args: readonly string[], options?: RunOptions): Promise<Ran> {
  const file = join(project, 'node_modules', toolFiles[tool]);
  return run(process.execPath, [file, ...args], options);
}

/** Runs one of the project's own scripts, `file` relative to the project. */
export function runScript(
  file: string,
  args: readonly string[] = [],
  options?: RunOptions,
): Promise<Ran> {
  return run(process.execPath, [join(project, file), ...args], options);
}
