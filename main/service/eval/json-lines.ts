import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { done, failed, type Result } from '../../contract/failure.ts';

/** The lines of a file with their numbers, counted from 1, a chunk at a time. Only a line feed ends one. */
async function* linesOf(file: string): AsyncGenerator<readonly [line: number, text: string]> {
  let rest = '';
  let line = 0;
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield [(line += 1), text];
  }
  if (rest !== '') yield [line + 1, rest];
}

function parseLine(text: string): Result<unknown> {
  try {
    return done(JSON.parse(text) as unknown);
  } catch {
    return failed('content-invalid', 'is no JSON');
  }
}

function complaintOf<T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  take: (row: T) => string | null,
): string | null {
  const value = parseLine(text);
  if (!value.ok) return value.error.message;
  const row = v.safeParse(schema, value.value);
  if (row.success) return take(row.output);
  const [issue] = row.issues;
  const where = v.getDotPath(issue);
  return `${where === null ? '' : `${where}: `}${issue.message}`;
}

function unreadable(file: string, error: NodeJS.ErrnoException): Result<never> {
  return error.code === 'ENOENT'
    ? failed('file-missing', `There is no file ${file}.`)
    : failed('file-unreadable', `The file ${file} cannot be read (${error.code ?? error.name}).`);
}

/**
 * Reads a file of JSON lines, one value a line, and hands each to `take`, which may refuse it by saying what is wrong, in words
 * that go on from the line's number. Empty lines are passed over. Never holds more than a line.
 *
 * Errors: `content-invalid` (`file:line: what`, at the first bad line), `file-missing`, `file-unreadable`.
 */
export async function readJsonLines<T>(
  file: string,
  schema: v.GenericSchema<unknown, T>,
  take: (row: T) => string | null,
): Promise<Result<void>> {
  try {
    for await (const [line, text] of linesOf(file)) {
      const words = (line === 1 ? text.replace(/^\ufeff/, '') : text).trim();
      const complaint = words === '' ? null : complaintOf(words, schema, take);
      if (complaint !== null)
        return failed('content-invalid', `${basename(file)}:${line}: ${complaint}`);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return unreadable(file, error as NodeJS.ErrnoException);
  }
  return done(undefined);
}
