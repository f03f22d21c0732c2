import { basename } from 'node:path';
import { done, type Failure, type Result } from '../../contract/failure.ts';
import type { ImportedFile, ImportProgress } from '../../contract/import.ts';
import { forkNode, startJob, type Crash, type Host, type StartProcess } from './hosts.ts';
import { defaultLimits, type ImportLimits } from './limits.ts';
import {
  failedFile,
  type ImportJob,
  type ImportPlace,
  type JobReply,
  type ListedFile,
} from './messages.ts';

export interface ImportRequest extends Omit<ImportPlace, 'limits'> {
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly limits?: Partial<ImportLimits> | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Node's own way unless told. */
  readonly startProcess?: StartProcess | undefined;
}

/** An import that goes on apart. */
export interface RunningImport {
  /** What became of each file, in the order in which they were named and found. */
  readonly ended: Promise<Result<readonly ImportedFile[]>>;
  /** Breaks it off; what was imported stays, and `ended` is rejected. */
  stop(): void;
}

const crashFailure = (file: string, crash: Crash): Failure =>
  crash === 'memory'
    ? {
        code: 'out-of-memory',
        message: `${basename(file)} needs more memory than reading a file may take.`,
      }
    : {
        code: 'reader-died',
        message: `The reader broke down while it read ${basename(file)}, which was left out.`,
      };

/**
 * Starts an import. Should its process die, the files that were being read are tried again one by one, each in a process
 * of its own: the one that brings it down again is what has failed, and all others go on.
 */
export function startImport({
  limits: chosen,
  onProgress,
  paths,
  startProcess = forkNode,
  ...place
}: ImportRequest): RunningImport {
  const limits: ImportLimits = { ...defaultLimits, ...chosen };
  let host: Host | null = null;
  let isStopped = false;
  let listed: readonly ListedFile[] = [];
  let count = 0;
  const files: ImportedFile[] = [];
  const begun = new Set<number>();

  const settle = (at: number, file: ImportedFile): void => {
    begun.delete(at);
    files[at] = file;
    count += 1;
    onProgress?.({ kind: 'done', file, done: count, total: listed.length });
  };

  /** Runs one job to its end. Its result, or how it crashed. */
  const run = async (
    wanted: ImportJob['wanted'],
    jobLimits = limits,
  ): Promise<Result<void> | Crash> => {
    let result: Result<void> | null = null;
    const onReply = (reply: JobReply): void => {
      switch (reply.kind) {
        case 'found':
          listed = reply.files;
          onProgress?.({ kind: 'found', total: listed.length });
          break;
        case 'reading':
          begun.add(reply.at);
          onProgress?.({ kind: 'reading', file: listed[reply.at]?.file ?? '' });
          break;
        case 'done':
          settle(reply.at, reply.file);
          break;
        case 'ended':
          result = reply.result;
          break;
      }
    };
    host = startJob(startProcess, { ...place, limits: jobLimits, wanted }, onReply);
    const crash = await host.ended;
    if (isStopped) throw new Error('The import was broken off.');
    return result ?? crash ?? 'other';
  };

  const runAll = async (): Promise<Result<readonly ImportedFile[]>> => {
    let outcome = await run({ kind: 'paths', paths });
    while (typeof outcome === 'string') {
      const suspects = listed.filter(({ at }) => begun.has(at));
      if (suspects.length === 0) throw new Error('The import broke down between two files.');
      for (const suspect of suspects) {
        begun.clear();
        const alone = await run({ kind: 'files', files: [suspect] }, { ...limits, readers: 1 });
        if (typeof alone === 'string')
          settle(suspect.at, failedFile(suspect.file, crashFailure(suspect.file, alone)));
        else if (!alone.ok) return alone;
      }
      begun.clear();
      outcome = await run({
        kind: 'files',
        files: listed.filter(({ at }) => files[at] === undefined),
      });
    }
    return outcome.ok ? done(files) : outcome;
  };

  return {
    ended: runAll(),
    stop: () => {
      isStopped = true;
      host?.stop();
    },
  };
}
