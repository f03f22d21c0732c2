import { createHash } from 'node:crypto';
import type { Metadata } from '../kinds/metadata.ts';
import type { Problem } from '../problem.ts';
import type { LineOf } from '../yaml-file.ts';

interface Source {
  readonly metadataFile: string;
  readonly sourceFile: string;
  readonly metadata: Metadata;
  readonly lineOf: LineOf;
  readonly bytes: Uint8Array;
}

const newline = 0x0a;

/** The line on which bytes stop being UTF-8 text, counted from 1; null where all of them are. */
function firstLineNotText(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    const piece = bytes.subarray(start, end);
    try {
      if (decoder.decode(piece).includes('\0')) return line;
    } catch {
      return line;
    }
    start = end + 1;
  }
  return null;
}

const oneSpaced = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();

/** What of the metadata contradicts itself. */
function checkFacts({ metadataFile: file, metadata, lineOf }: Source): Problem[] {
  const problems: Problem[] = [];
  const add = (path: string[], message: string) =>
    problems.push({ file, line: lineOf(path), message: `${path.join('.')} ${message}` });
  const { work, edition, number, meeting, dates } = metadata;

  if (work.split('/')[2] !== number.toLowerCase()) {
    add(['number'], `is ${number}, but the work is ${work}`);
  }
  const isInOrder = dates.from <= dates.to;
  if (!isInOrder) add(['dates', 'to'], `is before dates.from`);
  if (isInOrder && !dates.from.startsWith(edition) && !dates.to.startsWith(edition)) {
    add(['edition'], `is ${edition}, but the meeting was held from ${dates.from} to ${dates.to}`);
  }
  if (!meeting.endsWith(`-${edition.slice(2)}`)) {
    add(['meeting'], `is ${meeting}, but the edition is ${edition}`);
  }
  return problems;
}

/** Whether the bytes are those that the metadata was written for. */
function checkBytes({
  metadataFile: file,
  sourceFile,
  metadata,
  lineOf,
  bytes,
}: Source): Problem[] {
  const notText = firstLineNotText(bytes);
  if (notText !== null) {
    return [{ file: sourceFile, line: notText, message: 'is not UTF-8 text from here on' }];
  }
  const { source } = metadata;
  if (bytes.length !== source.bytes) {
    const message = `source.bytes is ${source.bytes}, but the file has ${bytes.length}`;
    return [{ file, line: lineOf(['source', 'bytes']), message }];
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== source.sha256) {
    const message = `source.sha256 is not that of the file, which is ${sha256}`;
    return [{ file, line: lineOf(['source', 'sha256']), message }];
  }
  return [];
}

/** Whether the text is the one that the metadata tells of. */
function checkText({ metadataFile: file, sourceFile, metadata, lineOf, bytes }: Source): Problem[] {
  const text = oneSpaced(new TextDecoder().decode(bytes));
  const problems: Problem[] = [];
  if (!text.includes(oneSpaced(metadata.title))) {
    const message = `title does not stand in ${sourceFile}`;
    problems.push({ file, line: lineOf(['title']), message });
  }
  const adoption = `${metadata.place}, ${metadata.edition}`;
  if (!text.includes(oneSpaced(adoption))) {
    const message = `place and edition: "${adoption}" does not stand in ${sourceFile}`;
    problems.push({ file, line: lineOf(['place']), message });
  }
  return problems;
}

/** Everything in which a source and its metadata do not fit each other. */
export function checkSource(source: Source): Problem[] {
  const bytes = checkBytes(source);
  const notText = bytes.some((problem) => problem.file === source.sourceFile);
  return [...checkFacts(source), ...bytes, ...(notText ? [] : checkText(source))];
}
