import { mkdtemp, rm } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Result } from '../../../main/contract/failure.ts';
import {
  newSigningKey,
  proveLibrary,
  unpackPack,
  verifyPack,
  writePack,
} from '../../../main/library/packs/index.ts';
import { createLibrary } from '../../../main/library/writers.ts';
import { makeEditions, naming } from '../search/corpus/editions.ts';
import { folderOf, keepLibrary } from '../search/corpus/kept.ts';
import { createVocabulary } from '../search/corpus/words.ts';
import { writeLargePack } from './large-pack.ts';

const provisions = 50_000;
const largeBytes = 500_000_000;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** How long something takes, how long it keeps the thread from others at the most, and what memory it takes besides. */
export interface Cost {
  readonly ms: number;
  readonly msPer100Mb: number;
  /** Of all cores together: what is left of it on a machine that others use. */
  readonly processorMs: number;
  readonly longestStretchMs: number;
  readonly memoryMiB: number;
}

/** Worked twice: watching takes time of its own, so that the clock runs without it. */
async function costOf(bytes: number, work: () => Promise<unknown>): Promise<Cost> {
  const worked = process.cpuUsage();
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(worked);
  const before = process.memoryUsage().rss;
  let most = before;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  delay.enable();
  await work();
  delay.disable();
  clearInterval(watch);
  return {
    ms: Math.round(ms),
    msPer100Mb: Math.round((ms / bytes) * 100_000_000),
    processorMs: Math.round((user + system) / 1000),
    longestStretchMs: Math.round(delay.max / 1e5) / 10,
    memoryMiB: Math.round((most - before) / 2 ** 20),
  };
}

export interface PackFigures {
  /** A pack file of 500 MB, as it is and compressed, verified to the last byte. */
  readonly verify500Mb: { readonly plain: Cost; readonly zstd: Cost };
  /** A library of 50 000 provisions. */
  readonly library: {
    readonly bytes: number;
    readonly packBytes: number;
    readonly writeMs: number;
    readonly unpackMs: number;
    readonly proveMs: number;
  };
  /** One edition more in it. */
  readonly changes: {
    readonly packBytes: number;
    readonly writeMs: number;
    readonly applyMs: number;
  };
}

async function timed<T>(work: () => Promise<T> | T): Promise<[T, number]> {
  const started = performance.now();
  const value = await work();
  return [value, Math.round(performance.now() - started)];
}

const about = {
  identity: 'bench',
  title: 'Made for a bench',
  publisher: 'The bench',
  rights: 'None.',
  minimumApp: '0.1.0',
};

/** The same library but for its last edition. */
async function writeEarlier(file: string): Promise<void> {
  const writer = valueOf(createLibrary(file, naming));
  const editions = [...makeEditions(createVocabulary(), { provisions })];
  for (const edition of editions.slice(0, -1)) writer.addEdition(edition);
  valueOf(await writer.finish());
}

export async function measurePacks(say: (line: string) => void): Promise<PackFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  const at = (name: string): string => join(folder, name);
  const { key } = newSigningKey();
  try {
    say('library of 50 000 provisions');
    const { file: library } = await keepLibrary(folderOf(`${provisions}`), { provisions }, true);
    say('its pack');
    const [manifest, writeMs] = await timed(async () =>
      valueOf(
        await writePack({
          library,
          about: { ...about, version: '2' },
          key,
          from: null,
          out: at('whole.recital'),
          naming,
        }),
      ),
    );
    const to = at('unpacked.sqlite');
    const [, unpackMs] = await timed(async () =>
      valueOf(await unpackPack(at('whole.recital'), { to, naming })),
    );
    const [, proveMs] = await timed(() => valueOf(proveLibrary(to, manifest)));

    say('an edition more');
    await writeEarlier(at('earlier.sqlite'));
    valueOf(
      await writePack({
        library: at('earlier.sqlite'),
        about: { ...about, version: '1' },
        key,
        from: null,
        out: at('earlier.recital'),
        naming,
      }),
    );
    const [, changesMs] = await timed(async () =>
      valueOf(
        await writePack({
          library,
          about: { ...about, version: '2' },
          key,
          from: at('earlier.recital'),
          out: at('changes.recital'),
          naming,
        }),
      ),
    );
    const [, applyMs] = await timed(async () =>
      valueOf(
        await unpackPack(at('changes.recital'), {
          to: at('made.sqlite'),
          from: at('earlier.sqlite'),
          naming,
        }),
      ),
    );

    const verify = async (coding: 'plain' | 'zstd'): Promise<Cost> => {
      say(`a pack of 500 MB, ${coding}`);
      const file = await writeLargePack(folder, { library, manifest, bytes: largeBytes, coding });
      const cost = await costOf(statSync(file).size, async () => valueOf(await verifyPack(file)));
      await rm(file);
      return cost;
    };
    return {
      verify500Mb: { plain: await verify('plain'), zstd: await verify('zstd') },
      library: {
        bytes: manifest.library.bytes,
        packBytes: statSync(at('whole.recital')).size,
        writeMs,
        unpackMs,
        proveMs,
      },
      changes: {
        packBytes: statSync(at('changes.recital')).size,
        writeMs: changesMs,
        applyMs,
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
