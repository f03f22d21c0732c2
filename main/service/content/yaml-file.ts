import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { locatedByLines, locatedByWords, type LocatedText } from './located-text.ts';
import type { Problem } from './problem.ts';

/** Keys and places in lists, from the top of a file down. */
export type Path = readonly (string | number)[];

/** Says on which line a key or a member of a list stands, so that a problem found later can still name it. */
export type LineOf = (path: Path) => number;

/** A YAML file, parsed but not yet held against a schema. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: LineOf;
  /** The text at a path as its author wrote it: of `>` and `|` alike line by line, of others the value. */
  textAt(path: Path): LocatedText;
}

/** What `readYaml` gives. Null: the file is no YAML, and `problems` says why. */
interface ReadYaml {
  readonly yaml: YamlFile | null;
  readonly problems: readonly Problem[];
}

interface Found {
  readonly node: unknown;
  readonly line: number;
  readonly isWhole: boolean;
}

/** The node at `path`, or the nearest above it that is there. A key's line is its own, not that of its value. */
function find(document: Document, lines: LineCounter, path: Path): Found {
  const lineAt = (range: readonly number[] | null | undefined): number =>
    lines.linePos(range?.[0] ?? 0).line;
  let found: Found = { node: document.contents, line: 1, isWhole: true };
  for (const step of path) {
    const { node, line } = found;
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (pair === undefined || !isScalar(pair.key)) return { node, line, isWhole: false };
      found = { node: pair.value, line: lineAt(pair.key.range), isWhole: true };
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as { range?: readonly number[] } | undefined;
      if (item === undefined) return { node, line, isWhole: false };
      found = { node: item, line: lineAt(item.range), isWhole: true };
    } else {
      return { node, line, isWhole: false };
    }
  }
  return found;
}

/** The lines of a `>` or `|` text without their indentation. The first line of `block` holds the sign alone. */
function withoutIndent(block: string): string {
  const lines = block.split('\n').slice(1);
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
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
    // Aliases that multiply without end; the schema then says that this is not what the file should hold.
    return null;
  }
}

/** Parses YAML. `file` is the name that problems carry; a text longer than `longest` is a mistake and is not parsed. */
export function readYaml(file: string, source: string, longest: number): ReadYaml {
  if (source.length > longest) {
    const problem = { file, line: null, message: `is longer than ${longest} characters` };
    return { yaml: null, problems: [problem] };
  }
  const text = source.replaceAll('\r\n', '\n');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems = syntaxProblems(file, document);
  if (problems.length > 0) return { yaml: null, problems };

  const textAt = (path: Path): LocatedText => {
    const { node, line: keyLine } = find(document, lines, path);
    const range = isScalar(node) ? node.range : undefined;
    if (!isScalar(node) || !range || typeof node.value !== 'string')
      return locatedByLines(file, '', keyLine);
    const [start, end] = range;
    const { line } = lines.linePos(start);
    const written = text.slice(start, end);
    return node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'
      ? locatedByLines(file, withoutIndent(written), line + 1)
      : locatedByWords(file, node.value, written, line);
  };
  const lineOf: LineOf = (path) => find(document, lines, path).line;
  return { yaml: { file, value: toValue(document), lineOf, textAt }, problems: [] };
}

/** "Invalid key: Expected never but received …" says nothing to an author; these do. */
function describe(issue: v.BaseIssue<unknown>, what: string): string {
  if (issue.type === 'strict_object') {
    return issue.expected === 'never' ? `is not a key of ${what}` : 'is missing';
  }
  if (issue.kind === 'schema') {
    if (issue.type === 'string') return 'is not a text; put it in quotation marks';
    if (issue.type === 'array') return 'is not a list';
    if (issue.type === 'record') return 'is not a list of keys and values';
  }
  return issue.message;
}

/**
 * A value of a file held against a schema; null where it does not fit, and `problems` then says where. `what` names it in
 * messages; `at` leads to it, where it is not the whole file.
 */
export function fit<Schema extends v.GenericSchema>(
  yaml: YamlFile,
  schema: Schema,
  what: string,
  value = yaml.value,
  at: Path = [],
): { readonly value: v.InferOutput<Schema> | null; readonly problems: readonly Problem[] } {
  const parsed = v.safeParse(schema, value, { abortPipeEarly: true });
  if (parsed.success) return { value: parsed.output, problems: [] };
  const problems = parsed.issues.map((issue): Problem => {
    const inside = (issue.path ?? []).map(({ key }) => key as string | number);
    const path = [...at, ...inside];
    const key = path.join('.');
    const message =
      inside.length === 0 && issue.kind === 'schema'
        ? `${key} is not a list of keys and values`.trim()
        : `${key} ${describe(issue, what)}`.trim();
    return { file: yaml.file, line: yaml.lineOf(path), message };
  });
  return { value: null, problems };
}
