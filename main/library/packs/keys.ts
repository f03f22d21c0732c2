import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** What stands before a raw Ed25519 key in the form that Node reads (RFC 8410: SubjectPublicKeyInfo). */
const beforeRaw = Buffer.from('302a300506032b6570032100', 'hex');

/** By which people and lists name a key: the first 32 hexadecimal digits of the SHA-256 of its 32 bytes. */
export const keyId = (raw: Uint8Array): string =>
  createHash('sha256').update(raw).digest('hex').slice(0, 32);

/** A key that signs, with the public half as it stands in packs. */
export interface SigningKey {
  readonly id: string;
  readonly raw: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
}

function toSigningKey(key: KeyObject): SigningKey {
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const raw = new Uint8Array(spki.subarray(beforeRaw.length));
  return { id: keyId(raw), raw, sign: (bytes) => sign(null, bytes, key) };
}

/** A new key pair; `pem` is its private half as PKCS#8, which is all that needs to be kept. */
export function newSigningKey(): { readonly key: SigningKey; readonly pem: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    key: toSigningKey(privateKey),
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** Null: the text is no private Ed25519 key. */
export function readSigningKey(pem: string): SigningKey | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? toSigningKey(key) : null;
  } catch {
    return null;
  }
}

export function isSignedBy(raw: Uint8Array, signature: Uint8Array, bytes: Uint8Array): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.concat([beforeRaw, raw]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, bytes, key, signature);
  } catch {
    // 32 bytes that are no point of the curve.
    return false;
  }
}
