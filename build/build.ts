import { isStale, markFresh, type Output } from './bundle/stale.ts';
import { runScript, runTool, type Ran } from './tools.ts';

interface Job extends Output {
  readonly make: () => Promise<Ran>;
}

const tools = ['package-lock.json', 'tsconfig.json', 'build/build.ts', 'build/bundle'];

/** Whatever started the build has set: a bundle for development would name the files of this machine. */
const bundle = (config: string): Promise<Ran> =>
  runTool('vite', ['build', '-c', `build/bundle/${config}.config.ts`], {
    env: { NODE_ENV: 'production' },
  });

/** Bundles the command, and searches once with it: what V8 compiles for that is kept for all other starts. */
async function makeCommand(): Promise<Ran> {
  const bundled = await bundle('command');
  return bundled.ok
    ? runScript('main/cli/recital.js', ['search', 'resolution 92 network', '--json'])
    : bundled;
}

const jobs: readonly Job[] = [
  {
    name: 'pages',
    inputs: ['renderer', 'main/contract', ...tools],
    results: ['out/renderer/browser.html', 'out/renderer/desktop.html'],
    make: () => bundle('renderer'),
  },
  {
    name: 'shell',
    inputs: ['main', ...tools],
    results: ['out/app/main.js', 'out/app/import-worker.js', 'out/app/pdfium.wasm'],
    make: () => bundle('main'),
  },
  {
    name: 'preload',
    inputs: ['main/app/preload.ts', 'main/app/channel.ts', ...tools],
    results: ['out/app/preload.cjs'],
    make: () => bundle('preload'),
  },
  {
    name: 'library',
    inputs: ['content', 'main', 'build/library', 'package-lock.json'],
    results: ['out/library.sqlite', 'out/library.json', 'out/library.sqlite.zst'],
    make: () => runScript('build/library/compile.ts'),
  },
  {
    name: 'icons',
    inputs: ['build/package', ...tools],
    results: ['out/icons/icon.ico', 'out/icons/pack.ico'],
    make: () => runScript('build/package/icons.ts'),
  },
  {
    name: 'command',
    inputs: ['main', ...tools],
    results: ['out/command/made-of.txt'],
    make: makeCommand,
  },
];

/**
 * Makes every output, or those that are named, that is missing or older than its sources, and says which. Answers whether all are there;
 * what a failed one printed has then been shown.
 */
export async function buildStale(names: readonly string[] = []): Promise<boolean> {
  for (const job of jobs) {
    if (names.length > 0 && !names.includes(job.name)) continue;
    if (!(await isStale(job))) continue;
    const started = performance.now();
    const { ok, output } = await job.make();
    if (!ok) {
      console.error(`The ${job.name} could not be built:\n${output.trim()}`);
      return false;
    }
    await markFresh(job);
    console.log(`Built the ${job.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
  return true;
}

if (import.meta.main && !(await buildStale(process.argv.slice(2)))) process.exitCode = 1;
