import { failed, done, type Result } from '../../contract/failure.ts';
import { damaged } from './damage.ts';

/** The lengths of a pack's parts, and the digest of its manifest. */
export interface Header {
  readonly manifest: number;
  readonly signature: number;
  readonly content: number;
  /** SHA-256 of the manifest. */
  readonly digest: Uint8Array;
}

/**
 * As PNG's: the first byte is no text, and the line ends and the end-of-file sign show a file that something took for one.
 */
const magic = Buffer.from('\u0089RCTP\r\n\u001a', 'latin1');
const at = { format: 8, manifest: 12, signature: 16, reserved: 20, content: 24, digest: 32 };

export const headerLength = 64;
const packFormat = 1;
export const longestManifest = 4 * 1024 * 1024;
/** A raw public key and a signature of Ed25519. */
export const signatureLength = 32 + 64;

export function writeHeader({ manifest, signature, content, digest }: Header): Buffer {
  const bytes = Buffer.alloc(headerLength);
  magic.copy(bytes);
  bytes.writeUInt32BE(packFormat, at.format);
  bytes.writeUInt32BE(manifest, at.manifest);
  bytes.writeUInt32BE(signature, at.signature);
  bytes.writeBigUInt64BE(BigInt(content), at.content);
  bytes.set(digest, at.digest);
  return bytes;
}

/** Reads the first bytes of a pack; every one of them must be as this program writes it. */
export function readHeader(file: string, bytes: Buffer): Result<Header> {
  if (bytes.length < magic.length || !bytes.subarray(0, magic.length).equals(magic)) {
    return failed('pack-damaged', `The file ${file} is no pack of Recital.`);
  }
  if (bytes.length < headerLength) return damaged(file, 'it is cut short in its header');
  const format = bytes.readUInt32BE(at.format);
  if (format > packFormat) {
    return failed(
      'pack-newer',
      `The pack ${file} was made for a newer Recital (its format is ${format}, this program reads ${packFormat}); update Recital.`,
    );
  }
  if (format < packFormat) return damaged(file, `there is no format ${format} of packs`);
  const manifest = bytes.readUInt32BE(at.manifest);
  const signature = bytes.readUInt32BE(at.signature);
  const content = bytes.readBigUInt64BE(at.content);
  if (manifest === 0) return damaged(file, 'it has no manifest');
  if (manifest > longestManifest) {
    return damaged(file, `its manifest is said to be ${manifest} bytes, and may be 4 MB`);
  }
  if (signature !== 0 && signature !== signatureLength) {
    return damaged(file, `its signature is said to be ${signature} bytes, and one has 96`);
  }
  if (bytes.readUInt32BE(at.reserved) !== 0) {
    return damaged(file, 'its header has something where nothing stands');
  }
  if (content === 0n) return damaged(file, 'it has no content');
  if (content > BigInt(Number.MAX_SAFE_INTEGER)) {
    return damaged(file, 'its content is said to be longer than a file can be');
  }
  return done({
    manifest,
    signature,
    content: Number(content),
    digest: new Uint8Array(bytes.subarray(at.digest, headerLength)),
  });
}
