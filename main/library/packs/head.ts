import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { PackManifest } from '../../contract/packs.ts';
import { codeOf } from '../disk.ts';
import { canonicalJson } from './canonical.ts';
import { damaged, forged } from './damage.ts';
import { headerLength, readHeader, type Header } from './header.ts';
import { isSignedBy, keyId } from './keys.ts';
import { checkManifest } from './manifest-rule.ts';

/** Header, manifest and signature of a pack, all of them checked. */
export interface PackHead {
  readonly manifest: PackManifest;
  /** Whose signature is on it, which fits. Null: nobody's. */
  readonly key: { readonly id: string; readonly raw: Uint8Array } | null;
  /** As they stand in the file; to be kept beside the installed library. */
  readonly bytes: Uint8Array;
}

/** A pack that is open, where its content begins, and how long that is. */
export interface OpenPack {
  readonly head: PackHead;
  readonly handle: FileHandle;
  readonly start: number;
  readonly size: number;
}

function parseManifest(file: string, bytes: Uint8Array): Result<unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return damaged(file, 'its manifest is no UTF-8 text');
  }
  try {
    const value: unknown = JSON.parse(text);
    // Two keys of one name, or a number in another writing, and two programs could read two manifests.
    if (canonicalJson(value) === text) return done(value);
    return damaged(file, 'its manifest is not written in the one way that a manifest can be');
  } catch {
    return damaged(file, 'its manifest is no JSON');
  }
}

/** What is signed is the header, which holds the digest of the manifest, which holds that of the content. */
async function checkHead(file: string, header: Header, bytes: Buffer): Promise<Result<PackHead>> {
  const manifestEnd = headerLength + header.manifest;
  const text = bytes.subarray(headerLength, manifestEnd);
  if (!createHash('sha256').update(text).digest().equals(header.digest)) {
    return damaged(file, 'its manifest is not the one that its header was made for');
  }
  const raw = new Uint8Array(bytes.subarray(manifestEnd, manifestEnd + 32));
  const isSigned = header.signature > 0;
  if (isSigned) {
    const signature = bytes.subarray(manifestEnd + 32);
    if (!isSignedBy(raw, signature, bytes.subarray(0, headerLength))) {
      return forged(file, 'its signature does not fit');
    }
  }
  const parsed = parseManifest(file, text);
  if (!parsed.ok) return parsed;
  const checked = await checkManifest(parsed.value);
  if ('why' in checked) return damaged(file, `its manifest ${checked.why}`);
  const { manifest } = checked;
  if (manifest.content.bytes !== header.content) {
    return damaged(file, 'its manifest and its header give its content two lengths');
  }
  const key = isSigned ? { id: keyId(raw), raw } : null;
  if (key === null && manifest.key !== null) {
    return forged(
      file,
      `it says that the key ${manifest.key} signed it, and no signature is there`,
    );
  }
  if (key !== null && manifest.key !== key.id) {
    return forged(
      file,
      `it was signed by the key ${key.id}, and says ${manifest.key ?? 'by none'}`,
    );
  }
  return done({ manifest, key, bytes: new Uint8Array(bytes) });
}

const unreadable = (file: string, error: unknown): Result<never> => {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return failed('file-missing', `There is no file ${file}.`);
  }
  return failed('file-unreadable', `The pack ${file} cannot be read (${code}).`);
};

async function readAt(handle: FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

async function readOpen(file: string, handle: FileHandle): Promise<Result<OpenPack>> {
  const about = await handle.stat();
  if (!about.isFile()) return failed('file-unreadable', `${file} is no file.`);
  const read = readHeader(file, await readAt(handle, headerLength));
  if (!read.ok) return read;
  const header = read.value;
  const start = headerLength + header.manifest + header.signature;
  const size = start + header.content;
  if (about.size < size) {
    return damaged(file, `it is cut short: ${about.size} bytes of ${size}`);
  }
  if (about.size > size) {
    return damaged(file, `something follows its end: ${about.size} bytes in place of ${size}`);
  }
  const head = await checkHead(file, header, await readAt(handle, start));
  return head.ok ? done({ head: head.value, handle, start, size }) : head;
}

/**
 * Opens a pack, checks all of it but its content, and lets `use` read on in the very file that was checked.
 *
 * Errors: `file-missing`, `file-unreadable`, `pack-damaged`, `pack-forged`, `pack-newer`.
 */
export async function withPack<T>(
  file: string,
  use: (pack: OpenPack) => Promise<Result<T>>,
): Promise<Result<T>> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    return unreadable(file, error);
  }
  try {
    const opened = await readOpen(file, handle);
    return opened.ok ? await use(opened.value) : opened;
  } catch (error) {
    if (/^E[A-Z]+$/.test(codeOf(error))) return unreadable(file, error);
    throw error;
  } finally {
    await handle.close();
  }
}

/** Header, manifest and signature alone. Errors: those of `withPack`. */
export const readPackHead = (file: string): Promise<Result<PackHead>> =>
  withPack(file, async ({ head }) => done(head));

/** What was kept of a pack that is installed, checked again. `name` is what a failure calls it. */
export async function readKeptHead(
  bytes: Uint8Array,
  name = 'that is installed',
): Promise<Result<PackHead>> {
  const whole = Buffer.from(bytes);
  const read = readHeader(name, whole.subarray(0, headerLength));
  if (!read.ok) return read;
  const { manifest, signature } = read.value;
  if (whole.length !== headerLength + manifest + signature) {
    return damaged(name, 'what was kept of it is cut short');
  }
  return checkHead(name, read.value, whole);
}
