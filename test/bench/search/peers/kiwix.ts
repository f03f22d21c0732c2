import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { kept, type KeptTexts } from '../corpus/kept.ts';
import { end, freePort, isHere, timeProgram, type Took } from '../processes.ts';
import { writePages } from './pages.ts';

const server = 'kiwix-serve';
const writer = 'zimwriterfs';

export interface Zim {
  readonly file: string;
  readonly bytes: number;
  readonly took: Took;
}

/** What is missing on this machine; null where all is here. */
export function missingOfKiwix(): string | null {
  const missing = [
    ...(isHere(server) ? [] : [`${server} (package kiwix-tools)`]),
    ...(isHere(writer) ? [] : [`${writer} (package zim-tools)`]),
  ];
  return missing.length === 0 ? null : missing.join(' and ');
}

export const kiwixVersions = (): string[] =>
  [server, writer].map((program) => {
    const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    return `${program}: ${stdout.split('\n')[0] ?? ''}`;
  });

/** The ZIM file of the texts, with a page a provision and zimwriterfs' own full-text index. */
export async function keepZim(texts: KeptTexts): Promise<Zim> {
  const pages = join(texts.folder, 'pages');
  const file = join(texts.folder, 'corpus.zim');
  const made = await kept(join(texts.folder, 'zim.json'), async () => {
    await kept(join(texts.folder, 'pages.json'), () => writePages(texts, pages));
    if (existsSync(file)) rmSync(file);
    const took = await timeProgram(writer, [
      '--welcome=index.html',
      '--illustration=picture.png',
      '--language=eng',
      '--title=Corpus',
      '--description=Made for a bench',
      '--creator=Bench',
      '--publisher=Bench',
      '--name=corpus',
      pages,
      file,
    ]);
    return { bytes: statSync(file).size, took };
  });
  return { file, ...made };
}

export interface Served {
  readonly port: number;
  /** The path that answers a query with its twenty best and their snippets. */
  pathOf(query: string): string;
  close(): Promise<void>;
}

async function waitFor(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`);
      await response.arrayBuffer();
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error(`${server} does not answer.`);
}

export async function serveZim({ file }: Zim): Promise<Served> {
  const port = await freePort();
  const args = ['--address=127.0.0.1', `--port=${port}`, file];
  const child = spawn(server, args, { stdio: 'ignore' });
  await waitFor(child, port);
  return {
    port,
    pathOf: (query) =>
      `/search?${new URLSearchParams({ content: 'corpus', pattern: query, pageLength: '20' })}`,
    close: () => end(child),
  };
}
