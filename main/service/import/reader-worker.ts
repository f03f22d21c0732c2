import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Failure } from '../../contract/failure.ts';
import { readDocument } from '../../documents/index.ts';
import { readEngines } from '../engines.ts';
import type { ReaderReply, ReaderRequest } from './messages.ts';

// The thread in which files are read, one after another. Whatever a file does to it, it does to this thread only.

const fail = (code: Failure['code'], message: string): ReaderReply => ({
  kind: 'failed',
  error: { code, message },
});

let fetched: { readonly name: string; readonly bytes: Uint8Array } | null = null;

async function fetchFile(file: string, maxBytes: number): Promise<ReaderReply> {
  fetched = null;
  try {
    const about = await stat(file);
    // Opening a pipe or a device could wait for ever.
    if (!about.isFile()) return fail('file-unreadable', `${file} is not a file.`);
    if (about.size > maxBytes) {
      const most = Math.floor(maxBytes / 1_000_000);
      return fail(
        'too-large',
        `${file} is larger than ${most} MB, the most that is read; divide it, or leave out its pictures.`,
      );
    }
    const bytes = await readFile(file);
    fetched = { name: basename(file), bytes };
    return { kind: 'fetched', sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return fail('file-missing', `There is no file ${file}.`);
    return fail('file-unreadable', `${file} cannot be read (${code ?? 'unknown reason'}).`);
  }
}

async function readFetched(): Promise<ReaderReply> {
  if (fetched === null) return fail('internal', 'Nothing was fetched to be read.');
  const { name, bytes } = fetched;
  fetched = null;
  try {
    const read = await readDocument({ name, bytes, engines: await readEngines() });
    return read.ok
      ? { kind: 'document', document: read.value }
      : { kind: 'failed', error: read.error };
  } catch (error) {
    if (error instanceof RangeError) {
      return /call stack/.test(error.message)
        ? fail('too-deep', `${name} is nested too deep to be read.`)
        : fail('out-of-memory', `${name} needs more memory than reading a file may take.`);
    }
    const what = error instanceof Error ? error.message : String(error);
    return fail('internal', `Something went wrong inside Recital while it read ${name}: ${what}`);
  }
}

const port = parentPort;
port?.on('message', async (request: ReaderRequest) => {
  port.postMessage(
    request.kind === 'fetch'
      ? await fetchFile(request.file, request.maxBytes)
      : await readFetched(),
  );
});
