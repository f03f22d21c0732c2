import { done, failed, type Result } from '../../contract/failure.ts';
import type { ImportedFile, ImportProgress } from '../../contract/import.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { print, printJson, remark, safe } from '../output.ts';

function fileText({ ok, file, edition, title, warnings, error }: ImportedFile): string {
  if (!ok) return `failed  ${safe(file)}: ${safe(error?.message ?? '')}`;
  const isHere = warnings.some(({ code }) => code === 'already-here' || code === 'edition-bundled');
  const name = [edition, title].filter((part) => part !== null && part !== '').join(', ');
  return `${isHere ? 'here   ' : 'ok     '} ${safe(file)}: ${safe(name)}`;
}

/** A line for each file as it is begun and one when it is done, with how far the whole is. */
function progressLine(progress: ImportProgress): string {
  switch (progress.kind) {
    case 'found':
      return `${progress.total} ${progress.total === 1 ? 'file' : 'files'} to import`;
    case 'reading':
      return `reading ${safe(progress.file)}`;
    case 'done': {
      const { done: count, total, file } = progress;
      const share = Math.floor((100 * count) / total);
      return `${count} of ${total} (${share} %)  ${fileText(file)}`;
    }
  }
}

/**
 * Imports files and folders, and says how far it is on standard error. A failure of one file is told in its place in
 * the list; the command as a whole has then failed, though all others were taken in.
 */
export async function importPaths(
  paths: readonly string[],
  options: Common,
): Promise<Result<void>> {
  return withService(options, async (service) => {
    const imported = await service.importFiles(paths, (progress) => remark(progressLine(progress)));
    if (!imported.ok) return imported;
    const files = imported.value;
    const broken = files.filter(({ ok }) => !ok).length;
    if (options.json === true) printJson(files);
    else print(`${files.length - broken} of ${files.length} files are in your library`);
    if (broken === 0) return done(undefined);
    const only = files.length === 1 ? (files[0]?.error ?? null) : null;
    return only !== null
      ? { ok: false, error: only }
      : failed('content-invalid', `${broken} of ${files.length} files could not be imported.`);
  });
}
