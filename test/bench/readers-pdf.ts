import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { project } from '../../build/tools.ts';
import { spreadOf, type Spread } from './figures.ts';
import { largePdf } from './large-pdf.ts';

/** Pages per second, and as parts of what `pdftotext` reads in the same run; null where it is not installed. */
interface PdfFigures {
  readonly pages: number;
  readonly madeBy: 'LibreOffice' | 'bench';
  readonly bytes: number;
  /** Milliseconds for the whole file. */
  readonly oneWorkerMs: Spread;
  /** Milliseconds for the file read by both workers at once, that is for twice its pages. */
  readonly twoWorkersMs: Spread;
  readonly pdftotextMs: Spread | null;
  readonly pagesPerSecond: {
    readonly oneWorker: number;
    readonly twoWorkers: number;
    readonly pdftotext: number | null;
  };
  readonly oneWorkerToPdftotext: number | null;
  readonly twoWorkersToPdftotext: number | null;
  /** Of the whole process with both workers, in MiB. */
  readonly peakMemory: number;
}

const wantedPages = 400;
const linesOfPage = 42;
const wordsOfLine = 11;
const rounds = 5;

/**
 * Reads a large PDF file by one worker, by two at once and by `pdftotext`, in turn, so that all meet the same machine.
 * LibreOffice makes the file where it is installed; else a small writer of the bench does.
 */
export async function timePdf(): Promise<PdfFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  try {
    const words = await wordsOfContent();
    const made = await makeByLibreOffice(folder, words);
    const path = made ?? join(folder, 'large.pdf');
    if (made === null) await writeFile(path, largePdf(words, wantedPages));
    return await timeFile(path, made === null ? 'bench' : 'LibreOffice');
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function makeByLibreOffice(folder: string, words: readonly string[]): Promise<string | null> {
  const perPage = linesOfPage * wordsOfLine;
  const page = (number: number): string => {
    const start = (number * 37) % words.length;
    const text = Array.from({ length: perPage }, (_, at) => words[(start + at) % words.length]);
    const paragraphs = Array.from({ length: 6 }, (_, at) =>
      text.slice((at * perPage) / 6, ((at + 1) * perPage) / 6).join(' '),
    ).map((each) => `<p>${each.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
    return `<h1 style="page-break-before:always">${number} Clause</h1>${paragraphs.join('\n')}`;
  };
  const source = join(folder, 'large.html');
  const body = Array.from({ length: wantedPages }, (_, number) => page(number)).join('\n');
  await writeFile(source, `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`);
  const { status } = spawnSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'pdf:writer_web_pdf_Export',
    '--outdir',
    folder,
    source,
  ]);
  return status === 0 ? join(folder, 'large.pdf') : null;
}

async function timeFile(path: string, madeBy: PdfFigures['madeBy']): Promise<PdfFigures> {
  const workers = [startWorker(path), startWorker(path)] as const;
  const [first] = workers;
  // PDFium starts, and its code is compiled, in the first reads.
  let count = 0;
  for (let round = 0; round < 2; round += 1) [count = 0] = await Promise.all(workers.map(readOnce));
  const one: number[] = [];
  const two: number[] = [];
  const other: number[] = [];
  const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
  for (let round = 0; round < rounds; round += 1) {
    one.push(await timeOf(() => readOnce(first)));
    if (hasPdftotext)
      other.push(await timeOf(() => spawnSync('pdftotext', [path, '-'], { maxBuffer: 2 ** 28 })));
    two.push(await timeOf(() => Promise.all(workers.map(readOnce))));
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  const oneWorkerMs = spreadOf(one);
  const twoWorkersMs = spreadOf(two);
  const pdftotextMs = hasPdftotext ? spreadOf(other) : null;
  const perSecond = (ms: number, times = 1): number => Math.round((count * times * 1000) / ms);
  const theirs = pdftotextMs === null ? null : perSecond(pdftotextMs.p50);
  const ratio = (ours: number): number | null =>
    theirs === null ? null : Math.round((ours / theirs) * 100) / 100;
  const oneWorker = perSecond(oneWorkerMs.p50);
  const twoWorkers = perSecond(twoWorkersMs.p50, 2);
  return {
    pages: count,
    madeBy,
    bytes: (await readFile(path)).length,
    oneWorkerMs,
    twoWorkersMs,
    pdftotextMs,
    pagesPerSecond: { oneWorker, twoWorkers, pdftotext: theirs },
    oneWorkerToPdftotext: ratio(oneWorker),
    twoWorkersToPdftotext: ratio(twoWorkers),
    peakMemory: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

const startWorker = (path: string): Worker =>
  new Worker(new URL('readers-pdf-worker.ts', import.meta.url), { workerData: path });

/** The number of the file's pages. */
async function readOnce(worker: Worker): Promise<number> {
  const answer = once(worker, 'message');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  worker.postMessage('read');
  const [pages] = await answer;
  if (typeof pages !== 'number') throw new Error(`The file was not read: ${pages}`);
  return pages;
}

async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function wordsOfContent(): Promise<readonly string[]> {
  const file = join(project, 'content/resolutions/wtdc-resolution-43-buenos-aires-2017.txt');
  return (await readFile(file, 'utf8')).split(/\s+/).filter((word) => word !== '');
}
