import * as v from 'valibot';
import { day, text, workId } from '../fields.ts';
import type { Problem } from '../problem.ts';
import { fit, readYaml, type LineOf } from '../yaml-file.ts';

/** Far more than a metadata file needs. */
const longest = 64 * 1024;

const schema = v.strictObject({
  work: workId,
  edition: v.pipe(text, v.regex(/^\d{4}$/, 'is not a year such as 2024, in quotation marks')),
  number: text,
  meeting: v.pipe(text, v.regex(/^[A-Z]+-\d{2}$/, 'is not a meeting such as WTSA-24')),
  place: text,
  dates: v.strictObject({ from: day, to: day }),
  title: text,
  language: v.picklist(
    ['ar', 'en', 'es', 'fr', 'ru', 'zh'],
    'is not one of ar, en, es, fr, ru, zh',
  ),
  /** Whether it revises an earlier edition, where its own text has no history line that says so. */
  revised: v.optional(v.boolean('is neither true nor false'), false),
  source: v.strictObject({
    file: text,
    bytes: v.pipe(
      v.number('is not a number'),
      v.integer('is not a whole number'),
      v.minValue(1, 'is less than 1'),
    ),
    sha256: v.pipe(
      v.string(),
      v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in 64 lower-case digits'),
    ),
    provenance: text,
  }),
  rights: text,
});

/** What a metadata file says of the source beside it. */
export type Metadata = v.InferOutput<typeof schema>;

interface ReadMetadata {
  readonly metadata: Metadata | null;
  readonly lineOf: LineOf;
  readonly problems: readonly Problem[];
}

/** Reads a metadata file: YAML, then its shape, each problem with its line. `file` is the name that problems carry. */
export function readMetadata(file: string, source: string): ReadMetadata {
  const { yaml, problems } = readYaml(file, source, longest);
  if (yaml === null) return { metadata: null, lineOf: () => 1, problems };
  const fitted = fit(yaml, schema, 'a metadata file');
  return { metadata: fitted.value, lineOf: yaml.lineOf, problems: fitted.problems };
}
