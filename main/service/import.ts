import { failed, type Result } from '../contract/failure.ts';
import type { ImportedFile, ImportProgress } from '../contract/import.ts';
import type { RunningImport } from './import/start-import.ts';

type ImportFiles = (
  paths: readonly string[],
  onProgress?: (progress: ImportProgress) => void,
) => Promise<Result<readonly ImportedFile[]>>;

/**
 * Imports files and folders into the person's own library. `stopImports` breaks off what is under way; what was
 * imported until then stays.
 */
export function createImport(place: {
  readonly libraryFile: string;
  readonly dataFolder: string | undefined;
}): { importFiles: ImportFiles; stopImports: () => void } {
  const running = new Set<RunningImport>();
  const { libraryFile, dataFolder } = place;
  return {
    importFiles: async (paths, onProgress) => {
      if (dataFolder === undefined) {
        return failed('not-writable', 'There is no folder for documents of your own.');
      }
      const { startImport } = await import('./import/start-import.ts');
      const started = startImport({ libraryFile, dataFolder, paths, onProgress });
      running.add(started);
      try {
        return await started.ended;
      } finally {
        running.delete(started);
      }
    },
    stopImports: () => {
      for (const each of running) each.stop();
    },
  };
}
