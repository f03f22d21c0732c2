import * as v from 'valibot';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { isWorkId } from '../../contract/ids.ts';

/** Something in the content that does not fit. `line` counts from 1; null where it concerns the whole file. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

/** Far more than a metadata file needs; a larger one is a mistake, and is not parsed. */
const maxBytes = 64 * 1024;

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));
const isRealDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};
const isoDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date such as 2024-10-15'),
  v.check(isRealDay, 'is not a day of the calendar'),
);

const schema = v.strictObject({
  work: v.pipe(text, v.check(isWorkId, 'is not a work such as wtsa/resolution/92')),
  edition: v.pipe(text, v.regex(/^\d{4}$/, 'is not a year such as 2024, in quotation marks')),
  number: text,
  meeting: v.pipe(text, v.regex(/^[A-Z]+-\d{2}$/, 'is not a meeting such as WTSA-24')),
  place: text,
  dates: v.strictObject({ from: isoDay, to: isoDay }),
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

/** Says on which line a key stands, so that a problem found later can still name it. */
export type LineOf = (path: readonly string[]) => number;

export interface ReadMetadata {
  readonly metadata: Metadata | null;
  readonly lineOf: LineOf;
  readonly problems: readonly Problem[];
}

/** The line of the key at `path`, or of the nearest one above it that is there. */
function lineFinder(document: Document, lines: LineCounter): LineOf {
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent =
        length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      const items = (parent as { items?: readonly unknown[] } | null)?.items ?? [];
      for (const item of items as readonly {
        key?: { value?: unknown; range?: readonly number[] };
      }[]) {
        if (item.key?.value === key) return lines.linePos(item.key?.range?.[0] ?? 0).line;
      }
    }
    return 1;
  };
}

/** "Invalid key: Expected never but received …" says nothing to an author; these do. */
function describe(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object') {
    return issue.expected === 'never' ? 'is not a key of a metadata file' : 'is missing';
  }
  if (issue.kind === 'schema' && issue.type === 'string')
    return 'is not a text; put it in quotation marks';
  return issue.message;
}

/** Only what keeps a file from being read as YAML at all. */
function syntaxProblems(file: string, document: Document.Parsed): Problem[] {
  return document.errors.map((error) => ({
    file,
    line: error.linePos?.[0].line ?? 1,
    message:
      error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'is not YAML',
  }));
}

function toValue(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch {
    // Aliases that multiply without end; the schema then says that this is not a metadata file.
    return null;
  }
}

/** Reads a metadata file: YAML, then its shape, each problem with its line. `file` is the name that problems carry. */
export function readMetadata(file: string, yaml: string): ReadMetadata {
  if (yaml.length > maxBytes) {
    const problem = { file, line: null, message: `is longer than ${maxBytes} characters` };
    return { metadata: null, lineOf: () => 1, problems: [problem] };
  }
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const lineOf = lineFinder(document, lines);
  const badSyntax = syntaxProblems(file, document);
  if (badSyntax.length > 0) return { metadata: null, lineOf, problems: badSyntax };

  const parsed = v.safeParse(schema, toValue(document), { abortPipeEarly: true });
  if (parsed.success) return { metadata: parsed.output, lineOf, problems: [] };
  const problems = parsed.issues.map((issue): Problem => {
    const path = (issue.path ?? []).map((item) => String(item.key));
    const key = path.join('.');
    return {
      file,
      line: lineOf(path),
      message: key === '' ? 'is not a list of keys and values' : `${key} ${describe(issue)}`,
    };
  });
  return { metadata: null, lineOf, problems };
}
