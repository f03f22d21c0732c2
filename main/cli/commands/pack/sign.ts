import { done, type Result } from '../../../contract/failure.ts';
import { packAuthor } from '../../../service/index.ts';
import type { Common } from '../../common.ts';
import { print, printJson } from '../../output.ts';

interface SignOptions extends Common {
  readonly key: string;
  readonly out?: string;
}

export async function sign(
  file: string,
  { key, out = file, json }: SignOptions,
): Promise<Result<void>> {
  const { signPackFile } = await packAuthor();
  const signed = await signPackFile(file, { key, out });
  if (!signed.ok) return signed;
  if (json === true) printJson({ pack: out, manifest: signed.value });
  else print(`${out}: signed with the key ${signed.value.key}`);
  return done(undefined);
}
