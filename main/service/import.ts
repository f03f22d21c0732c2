import { basename } from 'node:path';
import { failed, type Result } from '../contract/failure.ts';
import type { ImportedFile, ImportProgress } from '../contract/import.ts';
import type { StartProcess } from './import/hosts.ts';
import type { Jobs, RunningJob } from './machine/jobs.ts';

type ImportFiles = (
  paths: readonly string[],
  onProgress?: (progress: ImportProgress) => void,
) => Promise<Result<readonly ImportedFile[]>>;

interface ImportNeeds {
  /** The compiled libraries that are read now. */
  readonly compiled: () => readonly string[];
  readonly dataFolder: string | undefined;
  readonly jobs: Jobs;
  /** How a process is started; Node's own way unless told. */
  readonly startProcess?: StartProcess | undefined;
}

/** Imports files and folders into the person's own library, as a job. Called off, what was imported until then stays. */
export function createImport({
  compiled,
  dataFolder,
  jobs,
  startProcess,
}: ImportNeeds): ImportFiles {
  return async (paths, onProgress) => {
    if (dataFolder === undefined) {
      return failed('not-writable', 'There is no folder for documents of your own.');
    }
    const { startImport } = await import('./import/start-import.ts');
    const what = basename(paths[0] ?? '');
    return jobs.run({ kind: 'import', what, unit: 'files' }, async (job) => {
      if (job.signal.aborted) return calledOff;
      const started = startImport({
        compiled: compiled(),
        dataFolder,
        paths,
        startProcess,
        onProgress: (progress) => {
          tell(job, progress);
          onProgress?.(progress);
        },
      });
      job.signal.addEventListener('abort', started.stop);
      try {
        return await started.ended;
      } catch (error) {
        if (job.signal.aborted) return calledOff;
        throw error;
      }
    });
  };
}

const calledOff = failed('called-off', 'The import was broken off; what was imported stays.');

/** How many files are read and of how many; the name is that of the last that was begun. */
function tell(job: RunningJob, progress: ImportProgress): void {
  switch (progress.kind) {
    case 'found':
      return job.tell({ done: 0, total: progress.total });
    case 'reading':
      return job.tell({ what: basename(progress.file) });
    case 'done':
      return job.tell({ done: progress.done, total: progress.total });
  }
}
