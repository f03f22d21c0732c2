import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { slug } from './fields.ts';
import { readText } from './folder.ts';
import type { Problem } from './problem.ts';
import type { SourceList } from './kinds/sources.ts';
import { fit, readYaml, type YamlFile } from './yaml-file.ts';

/** What the readers of records share while a content folder is read. */
export interface Reading {
  readonly contentFolder: string;
  readonly sources: SourceList;
  readonly problems: Problem[];
  /** Addresses of records that are there but do not fit: a link to one is no further problem. */
  readonly unfit: Set<string>;
}

/** Far more than any file of content needs. */
const longest = 1024 * 1024;

/** A YAML file. Null: it cannot be read, and `problems` now says why. */
async function openYaml(file: string, problems: Problem[]): Promise<YamlFile | null> {
  const source = await readText(file, problems);
  if (source === null) return null;
  const read = readYaml(file, source, longest);
  problems.push(...read.problems);
  return read.yaml;
}

/** A YAML file of one record. Null: it does not fit, and `problems` now says where. */
export async function openRecord<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  what: string,
  problems: Problem[],
): Promise<{ readonly yaml: YamlFile; readonly value: v.InferOutput<Schema> } | null> {
  const yaml = await openYaml(file, problems);
  if (yaml === null) return null;
  const fitted = fit(yaml, schema, what);
  problems.push(...fitted.problems);
  return fitted.value === null ? null : { yaml, value: fitted.value };
}

interface Entry<Value> {
  readonly id: string;
  /** Null: the entry is there but does not fit. */
  readonly value: Value | null;
}

/** A YAML file of many records by their slugs, which a content folder may do without. */
export async function openEntries<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  what: string,
  problems: Problem[],
): Promise<{ readonly yaml: YamlFile; readonly entries: Entry<v.InferOutput<Schema>>[] } | null> {
  if (!existsSync(file)) return null;
  const yaml = await openYaml(file, problems);
  if (yaml === null) return null;
  const all = fit(yaml, v.record(slug, v.unknown()), what);
  problems.push(...all.problems);
  const entries = Object.entries(all.value ?? {}).map(([id, value]) => {
    const fitted = fit(yaml, schema, what, value, [id]);
    problems.push(...fitted.problems);
    return { id, value: fitted.value };
  });
  return { yaml, entries };
}
