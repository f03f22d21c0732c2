// Loaded into a process before anything else (`node --import`): notes each step by which it changes the disk, and ends it, or
// lets the disk be full, at one of them. Threads of the process number their steps together.
import fs from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const trace = process.env['FAULT_TRACE'] ?? '';
const within = process.env['FAULT_WITHIN'] ?? '';
const at = Number(process.env['FAULT_AT'] ?? -1);
const kind = process.env['FAULT_KIND'];

/** A step a line, each as long as the others: how many there are is told by the size. */
const width = 200;
const { appendFileSync, statSync, writeSync } = fs;

type Call = (...args: never[]) => unknown;

function step(name: string, path: string, tear: () => void): void {
  if (!path.startsWith(within)) return;
  const number = (statSync(trace, { throwIfNoEntry: false })?.size ?? 0) / width;
  appendFileSync(trace, `${name} ${path.slice(within.length)}`.padEnd(width - 1).concat('\n'));
  if (number !== at) return;
  if (kind === 'kill') {
    tear();
    process.kill(process.pid, 'SIGKILL');
    // The signal may be a moment on its way to a thread.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
}

const nothing = (): void => {};
const opened = new WeakMap<FileHandle, string>();

const { open } = promises;
promises.open = async (path, flags = 'r', mode) => {
  const isWriting = String(flags) !== 'r';
  if (isWriting) step('open', String(path), nothing);
  const handle = await open(path, flags, mode);
  opened.set(handle, String(path));
  return handle;
};

for (const name of ['rename', 'rm', 'rmdir', 'mkdir'] as const) {
  const original = promises[name] as Call;
  const stepping = async (...args: never[]): Promise<unknown> => {
    step(name, args.slice(0, name === 'rename' ? 2 : 1).join(' to '), nothing);
    return original(...args);
  };
  promises[name] = stepping as never;
}

const handle = await open(import.meta.filename, 'r');
const shared = Object.getPrototypeOf(handle) as Record<string, Call>;
await handle.close();
for (const name of ['write', 'writeFile', 'sync']) {
  const original = shared[name] as Call;
  shared[name] = async function stepping(this: FileHandle, ...args: never[]) {
    const [bytes] = args as unknown as [Uint8Array | string | undefined];
    step(name, opened.get(this) ?? '', () => {
      // As far as the machine had come.
      if (bytes !== undefined && bytes.length > 1)
        writeSync(this.fd, Buffer.from(bytes as string).subarray(0, bytes.length >> 1));
    });
    return original.apply(this, args);
  };
}
syncBuiltinESMExports();
