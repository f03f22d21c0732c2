import { failed, type Result } from '../../contract/failure.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

export const diskFull = failed(
  'disk-full',
  'The disk is full; nothing was installed, and all is as it was.',
);

/** Trouble of the disk as a failure; anything else is a bug, and thrown again. */
export function failureOf(error: unknown): Result<never> {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull;
  if (/^E[A-Z]+$/.test(code))
    return failed('not-writable', `The folder of your packs cannot be written to (${code}).`);
  throw error;
}

export const calledOff = failed('called-off', 'It was called off; all is as it was.');

export const unknownPack = (identity: string): Result<never> =>
  failed('unknown-pack', `There is no pack ${identity} here.`);
