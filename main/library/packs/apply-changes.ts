import { closeSync, openSync, readSync } from 'node:fs';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { PackManifest } from '../../contract/packs.ts';
import { codeOf } from '../disk.ts';
import type { Naming } from '../new-edition.ts';
import { createLibrary, type LibraryWriter } from '../writing.ts';
import { linesOf, readChanges, recordsAfter } from './changes.ts';
import { stretch } from './content.ts';
import { calledOff, damaged } from './damage.ts';
import { describeLibrary, NoContent, sayingOf, withContent, type Counted } from './says.ts';

export interface ApplyRequest {
  /** How failures call the pack. */
  readonly pack: string;
  readonly manifest: PackManifest;
  /** The changes, not compressed. */
  readonly changes: string;
  /** The library that they apply to; undefined: there is none. */
  readonly from: string | undefined;
  readonly to: string;
  readonly naming: Naming;
  readonly signal: AbortSignal | undefined;
  /** Counts editions, twice over: as they are written, and as what was made is read again. */
  readonly counted: Counted;
}

/** Pieces of a file, each good until the next is asked for. */
function* partsOf(file: string): Generator<Buffer> {
  const bytes = Buffer.alloc(stretch);
  const descriptor = openSync(file, 'r');
  try {
    for (
      let length = readSync(descriptor, bytes);
      length > 0;
      length = readSync(descriptor, bytes)
    ) {
      yield bytes.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The library that changes apply to, having made sure that it says what they were made from. */
function baseOf({ pack, manifest, from }: ApplyRequest): Result<string> {
  const { title, content } = manifest;
  const wanted = content.kind === 'changes' ? content.from : { version: '', contents: '' };
  const doesNotApply = (why: string): Result<never> =>
    failed('pack-does-not-apply', `The pack ${pack} changes "${title}" ${wanted.version}, ${why}.`);
  if (from === undefined) return doesNotApply('which is not here');
  const says = describeLibrary(from);
  if (!says.ok) return says;
  return says.value.contents === wanted.contents
    ? done(from)
    : doesNotApply('and the library here says something else');
}

/** Hands the writer every edition and record of the new library: what changed as it is now, the rest as it was. */
function fill(
  writer: LibraryWriter,
  base: string,
  { pack, manifest, changes: file, signal, counted }: ApplyRequest,
): Result<void> {
  return withContent(base, (before) => {
    const here = new Set<string>(before.editionIds());
    const { editions } = manifest;
    try {
      const changes = readChanges(linesOf(partsOf(file)));
      for (const [at, { edition }] of editions.entries()) {
        if (signal?.aborted === true) return calledOff();
        const changed = changes.takeEdition(edition);
        if (changed === null && !here.has(edition)) {
          throw new NoContent(`lack ${edition}, which is not in the library that they change`);
        }
        writer.addEdition(changed ?? before.edition(edition));
        counted(at + 1, editions.length * 2);
      }
      for (const record of recordsAfter(before, changes)) writer.addRecord(record);
      return done(undefined);
    } catch (error) {
      if (error instanceof NoContent) return damaged(pack, `its changes ${error.message}`);
      // Two of what there may be one of, or provisions within provisions without end.
      if (codeOf(error).startsWith('SQLITE_CONSTRAINT') || error instanceof RangeError) {
        return damaged(pack, 'its changes make no library');
      }
      throw error;
    }
  });
}

/** Whether what was made of changes is what the manifest says. */
const checkMade = ({ pack, manifest, to, counted }: ApplyRequest): Result<void> =>
  withContent(to, (content) => {
    const { library, counts } = manifest;
    const says = sayingOf(content, library.bytes, (far, total) => counted(total + far, total * 2));
    if (says.schema !== library.schema) {
      const made = `what it makes is of format ${says.schema} and not of ${library.schema}`;
      return damaged(pack, made);
    }
    const names = Object.keys(says.counts) as (keyof typeof counts)[];
    return says.contents === library.contents &&
      names.every((name) => says.counts[name] === counts[name])
      ? done(undefined)
      : damaged(pack, 'what it makes is not what its manifest was made for');
  });

/**
 * Writes a library anew from another and what changed, and proves that it says what the manifest says. Takes as long as
 * compiling, at one stretch: for a thread.
 *
 * Errors: `pack-damaged`, `pack-does-not-apply`, `called-off`, `not-writable`; those of opening the earlier library.
 */
export async function applyChanges(request: ApplyRequest): Promise<Result<void>> {
  const { to, naming, signal } = request;
  const base = baseOf(request);
  if (!base.ok) return base;
  const created = createLibrary(to, naming);
  if (!created.ok) return created;
  const writer = created.value;
  let filled: Result<void>;
  try {
    filled = fill(writer, base.value, request);
  } catch (error) {
    writer.abandon();
    throw error;
  }
  if (!filled.ok) {
    writer.abandon();
    return filled;
  }
  const finished = await writer.finish();
  if (!finished.ok) return finished;
  return signal?.aborted === true ? calledOff() : checkMade(request);
}
