import { done, type Result } from '../../../contract/failure.ts';
import { packAuthor } from '../../../service/index.ts';
import type { Common } from '../../common.ts';
import { print, printJson, remark } from '../../output.ts';

interface KeyOptions extends Common {
  readonly out: string;
}

/** Makes a key pair; people are told the id, by which they know what it signs. */
export async function key({ out, json }: KeyOptions): Promise<Result<void>> {
  const { makeKeyFile } = await packAuthor();
  const made = await makeKeyFile(out);
  if (!made.ok) return made;
  const { id } = made.value;
  if (json === true) printJson({ file: out, key: id });
  else {
    print(`key ${id} in ${out}`);
    remark('Keep that file to yourself, and a copy of it; tell people the id of the key.');
  }
  return done(undefined);
}
