import { done, type Result } from '../../../contract/failure.ts';
import { packAuthor } from '../../../service/index.ts';
import type { Common } from '../../common.ts';
import { print, printJson, remark } from '../../output.ts';
import { manifestText } from './manifest-text.ts';

interface BuildOptions extends Common {
  readonly out: string;
  readonly key?: string;
  readonly from?: string;
}

/** Makes a pack of an author's folder. */
export async function build(
  folder: string,
  { out, key, from, json }: BuildOptions,
): Promise<Result<void>> {
  const { buildPack } = await packAuthor();
  const built = await buildPack({ folder, out, key: key ?? null, from: from ?? null });
  if (!built.ok) return built;
  const { manifest, warnings } = built.value;
  if (json === true) printJson(built.value);
  else {
    print(`${out}: ${manifestText(manifest)}`);
    print(manifest.key === null ? 'signed by nobody' : `signed with the key ${manifest.key}`);
    if (warnings.length > 0) remark(`${warnings.length} warnings (--json lists them)`);
  }
  return done(undefined);
}
