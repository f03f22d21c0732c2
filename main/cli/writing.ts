import { writeSync } from 'node:fs';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

// A reader such as `head` that has seen enough is no failure of ours.
const leave = (error: unknown): never => {
  if (codeOf(error) !== 'EPIPE') throw error;
  process.exit(0);
};

/** What is to be written by a stream, once a pipe was full; null until then. */
let stream: NodeJS.WriteStream | null = null;

/**
 * Writes to standard output at once, without the stream that Node would make for it: that takes longer than most
 * answers. Where a pipe is full and does not wait, the stream does.
 */
export function writeOut(content: string | Uint8Array): void {
  if (stream !== null) {
    stream.write(content);
    return;
  }
  const bytes = Buffer.from(content);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written);
  } catch (error) {
    if (codeOf(error) !== 'EAGAIN') leave(error);
    stream = process.stdout.on('error', leave);
    stream.write(bytes.subarray(written));
  }
}
