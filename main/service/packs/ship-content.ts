import { join } from 'node:path';
import * as v from 'valibot';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { Publisher } from '../../contract/packs.ts';
import { line } from '../../library/packs/index.ts';
import { readText } from '../content/folder.ts';
import { formatProblem, type Problem } from '../content/problem.ts';
import { fit, readYaml } from '../content/yaml-file.ts';
import { readPackYaml } from './author/index.ts';
import { shipLibrary } from './ship.ts';
import type { ShippedNote } from './shipped.ts';

const schema = v.strictObject({
  publishers: v.array(
    v.strictObject({
      name: line(200),
      key: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'is not the id of a key')),
    }),
  ),
});

/** Far more than it needs. */
const longest = 1024 * 1024;

async function readPublishers(
  contentFolder: string,
): Promise<Result<readonly Omit<Publisher, 'isBundled'>[]>> {
  const file = join(contentFolder, 'publishers.yaml');
  const problems: Problem[] = [];
  const source = await readText(file, problems);
  const read = source === null ? null : readYaml(file, source, longest);
  problems.push(...(read?.problems ?? []));
  const fitted =
    read === null || read.yaml === null ? null : fit(read.yaml, schema, 'publishers.yaml');
  problems.push(...(fitted?.problems ?? []));
  return fitted === null || fitted.value === null
    ? failed('content-invalid', problems.map(formatProblem).join('; '))
    : done(fitted.value.publishers);
}

/**
 * Writes beside the library that was compiled of a content folder what it is shipped with, as `pack.yaml` and
 * `publishers.yaml` in the folder say.
 *
 * Errors: `content-invalid`, and those of opening a library.
 */
export async function shipContent(
  contentFolder: string,
  libraryFile: string,
): Promise<Result<ShippedNote>> {
  const about = await readPackYaml(contentFolder);
  if (!about.ok) return about;
  const publishers = await readPublishers(contentFolder);
  if (!publishers.ok) return publishers;
  return shipLibrary({ libraryFile, about: about.value, publishers: publishers.value });
}
