import { join } from 'node:path';
import * as v from 'valibot';
import { parseAddress, type Address } from '../../../contract/ids.ts';
import type { Source } from '../../../contract/records.ts';
import { isAddress, text } from '../fields.ts';
import type { Problem } from '../problem.ts';
import { openEntries } from '../reading.ts';

const schema = v.strictObject({
  title: text,
  url: v.optional(v.pipe(text, v.regex(/^https?:\/\/\S+$/, 'is not a web address'))),
});

/** What facts were taken from: the entries of `sources.yaml`, and any place of a document here. */
export interface SourceList {
  /** The source that a record names; null where there is none. Remembers that it was named. */
  find(name: string): Source | null;
  /** The entries that no record has named so far. */
  unnamed(): Problem[];
  readonly titles: readonly string[];
}

/** Reads `sources.yaml`. `nameOfPlace` gives the printed name of a place in a document. */
export async function readSources(
  contentFolder: string,
  nameOfPlace: (address: Address) => string,
  problems: Problem[],
): Promise<SourceList> {
  const file = join(contentFolder, 'sources.yaml');
  const opened = await openEntries(file, schema, 'a source', problems);
  const entries = new Map(opened?.entries.map(({ id, value }) => [id, value]));
  const named = new Set<string>();
  return {
    find: (name) => {
      const entry = entries.get(name);
      if (entry !== undefined) {
        named.add(name);
        const { title, url = null } = entry ?? { title: name };
        return { id: name, title, url, address: null };
      }
      if (!isAddress(name) || !parseAddress(name).ok) return null;
      return { id: name, title: nameOfPlace(name), url: null, address: name };
    },
    unnamed: () =>
      [...entries.keys()]
        .filter((id) => !named.has(id))
        .map((id) => ({
          file,
          line: opened?.yaml.lineOf([id]) ?? null,
          message: `${id} is a source that no record names`,
        })),
    titles: [...entries.values()].flatMap((entry) => (entry === null ? [] : [entry.title])),
  };
}
