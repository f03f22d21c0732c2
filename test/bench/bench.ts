import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildStale } from '../../build/build.ts';
import { project } from '../../build/tools.ts';
import type { Result } from '../../main/contract/failure.ts';
import { compileLibrary, openService } from '../../main/service/index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { measureAccuracy } from './accuracy.ts';
import { timeCompare, timeCompareStretches, timeResolutionStretches } from './compare.ts';
import { timeEach, type Spread } from './figures.ts';
import { makePrefixes, makeQueries } from './queries.ts';
import { timeDocxReader } from './readers-docx.ts';
import { timePdf } from './readers-pdf.ts';
import { measurePacks } from './packs/index.ts';
import { measureRoom } from './room/index.ts';
import { measureScreens } from './screens/index.ts';
import { measureSearch, type SearchBenchOptions } from './search/index.ts';
import { timeStart } from './search/start.ts';

const libraryFile = join(project, 'out/library.sqlite');
const manyTimes = (times: number): number[] => Array.from({ length: times }, (_, index) => index);

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function timeLibraryBuild(): Promise<Spread> {
  const folder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  try {
    return await timeEach(manyTimes(11), async () =>
      valueOf(
        await compileLibrary({
          contentFolder: join(project, 'content'),
          out: join(folder, 'library.sqlite'),
        }),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const open = () => valueOf(openService({ libraryFile, version: packageJson.version }));

async function timeQueries(): Promise<{ search: Spread; suggest: Spread; show: Spread }> {
  const service = open();
  const { api } = service;
  const { editions } = valueOf(await api.catalogue({}));
  const shown = await Promise.all(editions.map(({ edition }) => api.show({ address: edition })));
  const sections = shown.flatMap((one) =>
    one.ok && one.value.kind === 'edition' ? one.value.sections : [],
  );
  const queries = makeQueries(sections, 200);
  const search = await timeEach(queries, async (query) => valueOf(await api.search(query)));
  const suggest = await timeEach(makePrefixes(queries), async (prefix) =>
    valueOf(await api.suggest({ prefix })),
  );
  const show = await timeEach(
    manyTimes(60).flatMap(() => editions.map(({ edition }) => edition)),
    async (address) => valueOf(await api.show({ address })),
  );
  service.close();
  return { search, suggest, show };
}

/** Bytes as they are and gzipped, by kind of file, of what a browser loads. */
async function sizePages(): Promise<Record<string, { bytes: number; gzipped: number }>> {
  const sizes: Record<string, { bytes: number; gzipped: number }> = {};
  const folder = join(project, 'out/renderer');
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const kind = entry.name.split('.').at(-1) ?? '';
    const sum = (sizes[kind] ??= { bytes: 0, gzipped: 0 });
    sum.bytes += bytes.length;
    sum.gzipped += gzipSync(bytes, { level: 9 }).length;
  }
  return sizes;
}

const file = join(project, 'out/bench.json');

/** What earlier runs of other parts measured, if anything. */
async function earlierFigures(): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return {};
  }
}

async function write(figures: Readonly<Record<string, unknown>>): Promise<void> {
  await mkdir(join(project, 'out'), { recursive: true });
  await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
}

const machine = {
  system: `${platform()} ${release()} ${arch()}`,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};

async function measureAll(): Promise<void> {
  if (!(await buildStale())) process.exit(1);
  const figures = {
    machine,
    libraryBuildMs: await timeLibraryBuild(),
    libraryBytes: (await readFile(libraryFile)).length,
    startToFirstAnswerMs: timeStart('network slicing'),
    queriesMs: await timeQueries(),
    pages: await sizePages(),
    compareMs: await timeCompare(),
    compareLongestStretchMs: {
      resolution92: await timeResolutionStretches(open),
      provisions2000: await timeCompareStretches(),
    },
    docx: await timeDocxReader(),
    pdf: await timePdf(),
    accuracy: await measureAccuracy(),
  };
  const { search, screens, room, packs } = await earlierFigures();
  await write({
    ...figures,
    ...(search !== undefined && { search }),
    ...(screens !== undefined && { screens }),
    ...(room !== undefined && { room }),
    ...(packs !== undefined && { packs }),
  });
  console.log(JSON.stringify(figures, null, 2));
}

/** Tells each step of a part that takes minutes, and when it began. */
function createSay(): (line: string) => void {
  const started = performance.now();
  return (line) =>
    console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);
}

async function measureScreensAlone(): Promise<void> {
  const figures = await measureScreens(createSay());
  if (figures === null) return;
  await write({ ...(await earlierFigures()), machine, screens: figures });
  console.log(JSON.stringify(figures, null, 2));
}

async function measureRoomAlone(): Promise<void> {
  const figures = await measureRoom(createSay());
  if (figures === null) return;
  await write({ ...(await earlierFigures()), machine, room: figures });
}

async function measurePacksAlone(): Promise<void> {
  const packs = await measurePacks(createSay());
  await write({ ...(await earlierFigures()), machine, packs });
  console.log(JSON.stringify(packs, null, 2));
}

async function measureSearchAlone(options: Omit<SearchBenchOptions, 'say'>): Promise<void> {
  const figures = await measureSearch({ ...options, say: createSay() });
  await write({ ...(await earlierFigures()), machine, search: figures });
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', multiple: true },
    large: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    'keep-library': { type: 'boolean', default: false },
  },
});
const [part] = positionals;
if (part === undefined) await measureAll();
else if (part === 'screens') await measureScreensAlone();
else if (part === 'room') await measureRoomAlone();
else if (part === 'packs') await measurePacksAlone();
else if (part === 'search') {
  const usual = values.large ? [50_000, 500_000] : [50_000];
  await measureSearchAlone({
    sizes: values.size?.map(Number) ?? usual,
    keepsLibrary: values['keep-library'],
    isFresh: values.fresh,
  });
} else {
  console.error(
    `There is no part "${part}" of the bench; there are "search", "screens", "room" and "packs".`,
  );
  process.exitCode = 2;
}
