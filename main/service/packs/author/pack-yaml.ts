import { join } from 'node:path';
import * as v from 'valibot';
import { failed, done, type Result } from '../../../contract/failure.ts';
import { identityText, line, versionText, type PackAbout } from '../../../library/packs/index.ts';
import { readText } from '../../content/folder.ts';
import { formatProblem, type Problem } from '../../content/problem.ts';
import { fit, readYaml } from '../../content/yaml-file.ts';

/** Far more than it needs. */
const longest = 64 * 1024;

/** As a person writes it: a text of several lines is one line of a manifest. */
const text = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((written) => written.trim().replaceAll(/\s+/g, ' ')),
    line(most),
  );

const inQuotes = v.pipe(v.string(), versionText);

const schema = v.strictObject({
  identity: identityText,
  title: text(200),
  version: inQuotes,
  publisher: text(200),
  rights: text(1000),
  'minimum-app': inQuotes,
});

/** What an author's folder says of the pack that is made of it. Errors: `content-invalid`, with file and line. */
export async function readPackYaml(folder: string): Promise<Result<PackAbout>> {
  const file = join(folder, 'pack.yaml');
  const problems: Problem[] = [];
  const invalid = (): Result<never> =>
    failed('content-invalid', problems.map(formatProblem).join('; '));
  const source = await readText(file, problems);
  if (source === null) return invalid();
  const read = readYaml(file, source, longest);
  problems.push(...read.problems);
  if (read.yaml === null) return invalid();
  const fitted = fit(read.yaml, schema, 'pack.yaml');
  problems.push(...fitted.problems);
  if (fitted.value === null) return invalid();
  const { 'minimum-app': minimumApp, ...about } = fitted.value;
  return done({ ...about, minimumApp });
}
