import { fileURLToPath } from 'node:url';
import type { SearchRequest } from '../../../main/contract/api.ts';
import {
  folderOf,
  forget,
  keepLibrary,
  keepTexts,
  type KeptLibrary,
  type KeptTexts,
} from './corpus/kept.ts';
import { createVocabulary } from './corpus/words.ts';
import { measureOverlap, type Overlap } from './overlap.ts';
import {
  keepZim,
  kiwixVersions,
  missingOfKiwix,
  serveZim,
  type Served,
  type Zim,
} from './peers/kiwix.ts';
import { linesOf } from './peers/pages.ts';
import { keepXapian, pythonWithXapian, startXapian, versionOfXapian } from './peers/xapian.ts';
import { startLineProcess, type LineProcess } from './processes.ts';
import { makeAdversarialQueries, makeMixedQueries, sampleLines } from './queries.ts';
import { timeStart, type StartFigures } from './start.ts';
import { measureSuggestions, suggestionShape, type SuggestionFigures } from './suggestions.ts';
import { printTable, type Row } from './table.ts';
import { loadBoth, timeInside, timeOverHttp, type Beside, type Timed } from './timing.ts';
import type { LoadAnswer } from './load.ts';

/** What is asked at each size. */
const large = 500_000;

/**
 * The first 800 queries of a process, four times the same 200, and the next 800. Recital's programs run in an engine that
 * makes quick code of what it sees run often; the peers are compiled.
 */
interface SinceStart {
  readonly first: Timed;
  readonly next: Timed;
}

interface SizeFigures {
  readonly provisions: number;
  readonly editions: number;
  readonly textBytes: number;
  readonly libraryBytes: number;
  readonly zimBytes: number | null;
  readonly overHttpMs: SinceStart;
  readonly insideMs: SinceStart;
  readonly adversarialMs: Timed;
  readonly load: Beside<LoadAnswer>;
  /** The same of a Recital that remembers no answer. */
  readonly forgetfulLoad: LoadAnswer;
  /** For how long nobody else could be answered, at worst: by the first search of a process, by later ones, by those made to cost. */
  readonly longestStretchMs: {
    readonly first: number;
    readonly others: number;
    readonly adversarial: number;
  };
  readonly overlap: Overlap;
  readonly startMs: StartFigures;
  readonly compile: Beside<KeptLibrary['took']>;
  readonly rows: readonly Row[];
}

export interface SearchFigures {
  /** Versions of the peers that are here, and who is missing. */
  readonly peers: readonly string[];
  readonly missing: readonly string[];
  readonly suggestions: SuggestionFigures;
  readonly sizes: Readonly<Record<string, SizeFigures>>;
}

export interface SearchBenchOptions {
  /** How many provisions; each size in turn. */
  readonly sizes: readonly number[];
  /** Take a library of the same schema that is there, though the writer has changed since. */
  readonly keepsLibrary: boolean;
  /** Make library and ZIM file in this run, so that their times are of one run. */
  readonly isFresh: boolean;
  /** Told of each step. */
  readonly say: (line: string) => void;
}

const inProcess = fileURLToPath(new URL('recital-process.ts', import.meta.url));
const overHttp = fileURLToPath(new URL('recital-server.ts', import.meta.url));

const startRecital = (library: string): LineProcess =>
  startLineProcess(process.execPath, [inProcess, library]);

const ratio = (ours: number | undefined, theirs: number | undefined): number | null =>
  ours === undefined || theirs === undefined ? null : ours / theirs;

const ratioOfP95 = ({ recital, peer }: Timed): number | null => ratio(recital.p95, peer?.p95);

const atMost = (value: number): Row['asked'] => ({ bound: 'at most', value });
const atLeast = (value: number): Row['asked'] => ({ bound: 'at least', value });

function rowsOf(size: number, figures: Omit<SizeFigures, 'rows'>): Row[] {
  const isLarge = size >= large;
  const { overHttpMs, insideMs, adversarialMs, load, forgetfulLoad, compile } = figures;
  return [
    {
      figure: 'search p95 / kiwix-serve, over HTTP, no answer remembered',
      asked: atMost(isLarge ? 0.05 : 0.3),
      measured: ratioOfP95(overHttpMs.next),
    },
    {
      figure: 'the same, first 800 queries after a start',
      asked: atMost(isLarge ? 0.05 : 0.3),
      measured: ratioOfP95(overHttpMs.first),
    },
    {
      figure: 'search p95 / Xapian with snippets, in process',
      asked: atMost(isLarge ? 0.5 : 1),
      measured: ratioOfP95(insideMs.next),
    },
    {
      figure: 'the same, first 800 queries after a start',
      asked: atMost(isLarge ? 0.5 : 1),
      measured: ratioOfP95(insideMs.first),
    },
    {
      figure: "worst of 30 adversarial queries / kiwix-serve's, no answer remembered",
      asked: isLarge ? atMost(0.2) : null,
      measured: ratio(adversarialMs.recital.worst, adversarialMs.peer?.worst),
    },
    {
      figure: 'requests a second, 200 connections, 200 queries again and again / kiwix-serve',
      asked: atLeast(isLarge ? 20 : 4),
      measured: ratio(load.recital.perSecond, load.peer?.perSecond),
    },
    {
      figure: 'the same, no answer remembered',
      asked: null,
      measured: ratio(forgetfulLoad.perSecond, load.peer?.perSecond),
    },
    {
      figure: 'longest stretch of the serving thread in milliseconds, first search',
      asked: atMost(5),
      measured: figures.longestStretchMs.first,
    },
    {
      figure: 'the same, all later searches',
      asked: atMost(5),
      measured: figures.longestStretchMs.others,
    },
    {
      figure: 'the same, adversarial queries',
      asked: atMost(5),
      measured: figures.longestStretchMs.adversarial,
    },
    {
      figure: 'top 20 shared with exact BM25',
      asked: atLeast(0.96),
      measured: figures.overlap.mean,
    },
    {
      figure: 'library file / text of its provisions',
      asked: atMost(1.9),
      measured: figures.libraryBytes / figures.textBytes,
    },
    {
      figure: 'process start to first answer / node -e 0',
      asked: atMost(2.5),
      measured: figures.startMs.ratio,
    },
    {
      figure: 'compile time / zimwriterfs',
      asked: atMost(0.2),
      measured: ratio(compile.recital.ms, compile.peer?.ms),
    },
    {
      figure: 'compile time / zimwriterfs, in time of the processor',
      asked: null,
      measured: ratio(compile.recital.cpuMs, compile.peer?.cpuMs),
    },
  ];
}

function suggestionRows({ recitalMs, miniSearchMs, typosFound }: SuggestionFigures): Row[] {
  return [
    {
      figure: 'suggestions p95 / MiniSearch (prefix, fuzzy 0.2)',
      asked: atMost(0.1),
      measured: recitalMs.p95 / miniSearchMs.p95,
    },
    {
      figure: 'one-typo words found in the first ten',
      asked: atLeast(0.95),
      measured: typosFound.recital,
    },
  ];
}

interface Peers {
  readonly hasKiwix: boolean;
  readonly python: string | undefined;
}

interface Made {
  readonly texts: KeptTexts;
  readonly library: KeptLibrary;
  readonly zim: Zim | null;
}

/** How long nobody else could be answered, at worst, by what the serving thread did. */
async function watchStretches(
  libraryFile: string,
  mixed: readonly SearchRequest[],
  adversarial: readonly SearchRequest[],
): Promise<SizeFigures['longestStretchMs']> {
  const server = startLineProcess(process.execPath, [overHttp, libraryFile, 'watched']);
  const longest = async (): Promise<number> =>
    (await server.ask<{ longestMs: number }>({})).longestMs;
  try {
    const { port } = await server.next<{ port: number }>();
    await longest();
    await timeOverHttp(mixed.slice(0, 1), port, null, 0);
    const first = await longest();
    await timeOverHttp(mixed, port, null);
    const others = await longest();
    await timeOverHttp(adversarial, port, null);
    return { first, others, adversarial: await longest() };
  } finally {
    await server.end();
  }
}

const sinceStart = async (time: () => Promise<Timed>): Promise<SinceStart> => ({
  first: await time(),
  next: await time(),
});

async function measureTimes(
  { texts, library, zim }: Made,
  { python }: Peers,
  say: (line: string) => void,
) {
  const vocabulary = createVocabulary();
  const mixed = makeMixedQueries(sampleLines(linesOf(texts.file), texts.provisions), vocabulary);
  const adversarial = makeAdversarialQueries(vocabulary);
  say('stretches of the serving thread');
  const longestStretchMs = await watchStretches(library.file, mixed, adversarial);
  const recital = startRecital(library.file);
  const forgetful = startLineProcess(process.execPath, [overHttp, library.file, 'forgetful']);
  const server = startLineProcess(process.execPath, [overHttp, library.file]);
  // The first line says where, and answers no question.
  const { port } = await forgetful.next<{ port: number }>();
  const { port: rememberingPort } = await server.next<{ port: number }>();
  const kiwix: Served | null = zim === null ? null : await serveZim(zim);
  const xapian = python === undefined ? null : startXapian(python, await keepXapian(python, texts));
  try {
    say('queries over HTTP');
    const overHttpMs = await sinceStart(() => timeOverHttp(mixed, port, kiwix));
    say('queries in process');
    const insideMs = await sinceStart(() => timeInside(mixed, recital, xapian));
    say('adversarial queries');
    const adversarialMs = await timeOverHttp(adversarial, port, kiwix);
    say('200 connections');
    // By now kiwix-serve has been asked each of them several times.
    await timeOverHttp(mixed, rememberingPort, null, 0);
    const load = await loadBoth(mixed, rememberingPort, kiwix);
    const { recital: forgetfulLoad } = await loadBoth(mixed, port, null);
    say('exact ranking');
    const overlap = await measureOverlap(texts, library.file, mixed, recital);
    return {
      overHttpMs,
      insideMs,
      adversarialMs,
      load,
      forgetfulLoad,
      longestStretchMs,
      overlap,
    };
  } finally {
    await Promise.all([
      recital.end(),
      forgetful.end(),
      server.end(),
      kiwix?.close(),
      xapian?.end(),
    ]);
  }
}

async function measureSize(
  size: number,
  peers: Peers,
  { keepsLibrary, isFresh, say }: SearchBenchOptions,
): Promise<SizeFigures> {
  const shape = { provisions: size };
  const folder = folderOf(`${size}`);
  if (isFresh) for (const mark of ['library', 'zim']) forget(folder, mark);
  say('texts');
  const texts = await keepTexts(folder, shape);
  say('library');
  const library = await keepLibrary(folder, shape, keepsLibrary);
  say('ZIM file');
  const zim = peers.hasKiwix ? await keepZim(texts) : null;
  const times = await measureTimes({ texts, library, zim }, peers, say);
  say('process starts');
  const startMs = timeStart('network systems', ['--library', library.file]);
  const figures = {
    provisions: texts.provisions,
    editions: texts.editions,
    textBytes: texts.bytes,
    libraryBytes: library.bytes,
    zimBytes: zim?.bytes ?? null,
    ...times,
    startMs,
    compile: { recital: library.took, peer: zim?.took ?? null },
  };
  return { ...figures, rows: rowsOf(size, figures) };
}

/** Every figure of search, beside its peers, and printed as a table. A peer that is not here is left out, and named. */
export async function measureSearch(options: SearchBenchOptions): Promise<SearchFigures> {
  const { sizes, keepsLibrary, say } = options;
  const missingKiwix = missingOfKiwix();
  const python = pythonWithXapian();
  const missing = [
    ...(missingKiwix === null ? [] : [`Not here, so not measured against: ${missingKiwix}`]),
    ...(python === undefined
      ? ['Not here, so not measured against: Xapian (package python3-xapian)']
      : []),
  ];
  for (const line of missing) console.log(line);

  say('suggestions');
  const kept = await keepLibrary(folderOf('suggestions'), suggestionShape, keepsLibrary);
  const recital = startRecital(kept.file);
  const suggestions = await measureSuggestions(recital);
  await recital.end();
  printTable(`Suggestions, ${suggestions.entries} entries`, suggestionRows(suggestions));

  const measured: Record<string, SizeFigures> = {};
  for (const size of sizes) {
    const figures = await measureSize(
      size,
      { hasKiwix: missingKiwix === null, python },
      { ...options, say: (line) => say(`${size}: ${line}`) },
    );
    measured[size] = figures;
    printTable(`Search, ${figures.provisions} provisions`, figures.rows);
  }
  const versions = [...(missingKiwix === null ? kiwixVersions() : []), versionOfXapian(python)];
  const here = versions.filter((version) => version !== null);
  return { peers: here, missing, suggestions, sizes: measured };
}
