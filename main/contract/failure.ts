/**
 * The codes of expected trouble. They are stable: the interface, scripts and tests rely on them.
 * A bug throws; everything that a person or a file can cause is one of these.
 */
export const failureCodes = [
  'malformed-address',
  'unknown-work',
  'unknown-edition',
  'unknown-section',
  'unknown-provision',
  'unknown-record',
  'file-missing',
  'file-unreadable',
  'not-text',
  'content-invalid',
  'library-missing',
  'library-damaged',
  'library-newer',
  'library-older',
  'not-writable',
  'port-in-use',
  'address-unavailable',
  'node-too-old',
  'invalid-request',
  'unknown-method',
  'not-allowed',
  'code-required',
  'too-many-requests',
  'too-large',
  'unreachable',
  'internal',
  'file-empty',
  'encrypted',
  'truncated',
  'damaged',
  'format-unsupported',
  'scanned',
  'archive-hostile',
  'unpacks-too-large',
  'entities-refused',
  'too-deep',
  'timed-out',
  'out-of-memory',
  'reader-died',
  'disk-full',
  'too-many-files',
  'called-off',
  'inbox-closed',
  'pack-damaged',
  'pack-forged',
  'pack-newer',
  'pack-does-not-apply',
  'untrusted',
  'unknown-pack',
  'not-here',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** `message` is one plain English line without a trailing line break; the command prints it as it is. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (code: FailureCode, message: string): Result<never> => ({
  ok: false,
  error: { code, message },
});
