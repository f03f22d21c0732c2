import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { done, type Result } from '../../contract/failure.ts';
import type { PackManifest } from '../../contract/packs.ts';
import type { Connection } from '../opening.ts';
import { tables } from '../schema.ts';
import { damaged } from './damage.ts';
import { sayingOf, withContent, type Counted, type LibrarySays } from './says.ts';

const everything = `SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name`;

/** Whether there is nothing in a library but what this program makes in one, what FTS5 makes for itself included. */
function hasOursAlone(connection: Connection): boolean {
  const ours = new Database(':memory:');
  try {
    ours.exec(tables.compiled);
    const found = JSON.stringify(connection.prepare(everything).all());
    return found === JSON.stringify(ours.prepare(everything).all());
  } finally {
    ours.close();
  }
}

/** Where SQLite's header says how the file is written and read (sqlite.org/fileformat2.html, section 1.3). */
const versionsAt = 18;
/** Such a file has a log beside it, which SQLite would make as soon as it is opened. */
const withLog = 2;

/** Asked before SQLite sees the file. One that cannot be read is told by whoever opens it. */
function hasLog(file: string): boolean {
  const start = Buffer.alloc(versionsAt + 2);
  try {
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, start);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
  return (
    start.toString('latin1').startsWith('SQLite format 3') &&
    start.subarray(versionsAt).includes(withLog)
  );
}

/** What is otherwise than the manifest says; null: nothing. */
function difference(says: LibrarySays, manifest: PackManifest): string | null {
  const { counts, editions, records, languages, library } = manifest;
  if (library.schema !== says.schema) {
    return `is of format ${says.schema}, and its manifest says ${library.schema}`;
  }
  for (const [at, said] of editions.entries()) {
    const held = says.editions[at];
    if (held?.edition !== said.edition) {
      return `has ${held?.edition ?? 'nothing'} where its manifest lists ${said.edition}`;
    }
    if (held.name !== said.name) return `calls ${said.edition} otherwise than its manifest`;
    if (held.language !== said.language) {
      return `has ${said.edition} in ${held.language}, and its manifest says ${said.language}`;
    }
    if (held.sha256 !== said.sha256) {
      return `has another text of ${said.edition} than its manifest was made for`;
    }
  }
  if (says.editions.length > editions.length) {
    return `has ${says.editions[editions.length]?.edition ?? ''}, which its manifest does not list`;
  }
  for (const [at, said] of records.entries()) {
    const held = says.records[at];
    if (held?.address !== said.address) {
      return `has ${held?.address ?? 'nothing'} where its manifest lists ${said.address}`;
    }
    if (held.name !== said.name) return `calls ${said.address} otherwise than its manifest`;
    if (held.sha256 !== said.sha256) {
      return `has another record ${said.address} than its manifest was made for`;
    }
  }
  if (says.records.length > records.length) {
    return `has ${says.records[records.length]?.address ?? ''}, which its manifest does not list`;
  }
  for (const name of Object.keys(counts) as (keyof typeof counts)[]) {
    if (counts[name] !== says.counts[name]) {
      return `has ${says.counts[name]} ${name}, and its manifest counts ${counts[name]}`;
    }
  }
  if (languages.join() !== says.languages.join()) {
    return `is in ${says.languages.join(', ')}, and its manifest says ${languages.join(', ')}`;
  }
  if (library.contents !== says.contents) {
    return 'says something else than its manifest was made for';
  }
  return null;
}

/**
 * Proves that the library that a pack held is one: its header and tables, its inner order (`PRAGMA quick_check`), each
 * edition and record, and that it is what the manifest says of it. Takes as long as reading all of it, at one stretch: for a
 * thread, or a command. `file` is the library, `pack` what a failure calls the pack.
 *
 * Errors: `pack-damaged`, each with its reason; `file-unreadable`.
 */
export function proveLibrary(
  file: string,
  manifest: PackManifest,
  { pack = file, counted }: { readonly pack?: string; readonly counted?: Counted } = {},
): Result<void> {
  if (hasLog(file)) return damaged(pack, 'the library in it is one that grows');
  const proved = withContent(file, (content) => {
    const { connection } = content;
    connection.pragma('cell_size_check = ON');
    if (!hasOursAlone(connection)) {
      return damaged(pack, 'the library in it has tables that are not those of a library');
    }
    const check = connection.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') return damaged(pack, 'the library in it is not whole within');
    const why = difference(sayingOf(content, statSync(file).size, counted), manifest);
    return why === null ? done(undefined) : damaged(pack, `the library in it ${why}`);
  });
  if (
    proved.ok ||
    proved.error.code === 'pack-damaged' ||
    proved.error.code === 'file-unreadable'
  ) {
    return proved;
  }
  // "The library F cannot be read: why." says why, of a file that nobody has heard of.
  const why = proved.error.message.replaceAll(file, '').replace(/\.$/, '');
  return damaged(pack, `the library in it does not open (${why.replace(/^The library\s+/, '')})`);
}
