import { done, type Failure, type Result } from '../../contract/failure.ts';
import type { ImportedFile } from '../../contract/import.ts';
import { openLibrary } from '../../library/index.ts';
import { ownLibraryIn } from '../data-folder.ts';
import { findFiles } from './find-files.ts';
import { failedFile, type ImportJob, type JobReply, type ListedFile } from './messages.ts';
import { createReader, type Reader } from './reader.ts';
import { createStore, type Store } from './store-document.ts';
import { threadFile } from '../thread-file.ts';

/** Reads one file and takes it in. Answers what became of it, and trouble that ends the whole import. */
async function importFile(
  file: string,
  reader: Reader,
  store: Store,
): Promise<{ file: ImportedFile; end: Failure | null }> {
  const read = await reader.read(file, (sha256) => store.holds(sha256));
  switch (read.kind) {
    case 'failed':
      return { file: failedFile(file, read.error), end: null };
    case 'known':
      return { file: store.alreadyHere(file, read.sha256), end: null };
    case 'document':
      // Another file of the same bytes may have been read at the same time.
      return store.holds(read.sha256)
        ? { file: store.alreadyHere(file, read.sha256), end: null }
        : store.add(file, read.sha256, read.document);
  }
}

async function listFiles({ wanted, limits }: ImportJob): Promise<readonly ListedFile[]> {
  if (wanted.kind === 'files') return wanted.files;
  const found = await findFiles(wanted.paths, limits);
  return found.map(({ file, error }, at) => ({ file, error, at }));
}

/**
 * Imports files and folders: several are read at a time, each in a thread of its own, and one after another is written.
 * What cannot be read fails alone. When the library itself cannot take more, the files that are left fail with that
 * reason and are not read.
 *
 * Errors, before any file is read: those of opening the libraries.
 */
export async function runImport(
  job: ImportJob,
  say: (reply: JobReply) => void,
): Promise<Result<void>> {
  const { limits } = job;
  const ownLibrary = ownLibraryIn(job.dataFolder);
  const opened = openLibrary({ compiled: job.compiled, own: ownLibrary });
  if (!opened.ok) return opened;
  const library = opened.value;
  const trouble = library.trouble();
  if (trouble !== null) {
    library.close();
    return { ok: false, error: trouble };
  }

  const store = createStore(library, ownLibrary, limits.maxLibraryPages);
  try {
    const files = await listFiles(job);
    if (job.wanted.kind === 'paths') say({ kind: 'found', files });
    const queue = files.values();
    let end: Failure | null = null;
    const work = async (): Promise<void> => {
      const reader = createReader(threadFile('reader-worker', import.meta.url), limits);
      try {
        for (const { at, file, error } of queue) {
          const reason: Failure | null = error ?? end;
          let outcome = reason === null ? null : { file: failedFile(file, reason), end };
          if (outcome === null) {
            say({ kind: 'reading', at });
            outcome = await importFile(file, reader, store);
          }
          end ??= outcome.end;
          say({ kind: 'done', at, file: outcome.file });
        }
      } finally {
        await reader.close();
      }
    };
    await Promise.all(Array.from({ length: Math.min(limits.readers, files.length) }, work));
    return done(undefined);
  } finally {
    // The writer last: whoever closes a library last tidies up the log beside it, which a reader may not.
    library.close();
    store.close();
  }
}
