import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { PackManifest, Publisher, Signer } from '../../contract/packs.ts';
import { readPackHead, type Unpacked } from '../../library/packs/index.ts';
import type { RunningJob } from '../machine/jobs.ts';
import { flushFolder } from '../write-whole.ts';
import { asChosen, readChoices, withChosen, type InstalledChoice } from './choices.ts';
import { folderOf, incomingOf, libraryOf, newStem, noteOf } from './files.ts';
import { judge } from './judge.ts';
import type { Libraries } from './libraries.ts';
import { readNote, writeNote } from './note.ts';
import { checkSound } from './sound.ts';
import type { PackState } from './state.ts';
import { calledOff, diskFull } from './trouble.ts';
import { unpackApart } from './unpack-apart.ts';

export interface InstallRequest {
  readonly libraries: Libraries;
  /** The folder of the packs, and what is chosen in it. */
  readonly packs: string;
  readonly state: PackState;
  /** The pack. */
  readonly path: string;
  readonly isAccepted: boolean;
  readonly publishers: readonly Publisher[];
  /** The program's version. */
  readonly app: string;
}

/**
 * Installs a pack, and answers its identity. It is unpacked and proved where nobody reads, flushed, and given its name; then all that is to be read is
 * opened; then the state is written, which is the moment at which it is installed. Whoever is killed before that leaves
 * files that nobody reads, and the next tidying removes.
 *
 * Errors: those of a pack; `untrusted`, `disk-full`, `not-writable`, `called-off`.
 */
export async function install(request: InstallRequest, job: RunningJob): Promise<Result<string>> {
  const { libraries, packs, state, path, isAccepted, publishers, app } = request;
  const { source } = libraries;
  const seen = await readPackHead(path);
  if (!seen.ok) return seen;
  const { manifest } = seen.value;
  const { identity } = manifest;
  const chosen = asChosen(state, identity);
  const { report, here } = await judge(source, chosen, seen.value, publishers, app);
  if (report.obstacle !== null) return { ok: false, error: report.obstacle };
  if (report.signer.kind !== 'known' && !isAccepted) return untrusted(report.signer, manifest);
  const changeTo = async (wanted: PackState): Promise<Result<string>> => {
    const changed = await libraries.change(wanted, identity);
    return changed.ok ? done(identity) : changed;
  };
  const current = readChoices(source).isInstalled(chosen) ? chosen : null;
  if (current !== null && (await isHere(packs, current, manifest, job)))
    return changeTo(withChosen(state, { ...chosen, isOn: true }));
  if (await lacksSpace(packs, manifest.library.bytes)) return diskFull;

  const incoming = incomingOf(packs);
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const from = { library: join(incoming, 'library.sqlite'), note: join(incoming, 'note.json') };
  const unpacked = await unpackApart(
    { file: path, to: from.library, from: here?.file ?? null },
    job,
  );
  if (!unpacked.ok) return unpacked;
  // What is installed is what was looked at, and not what somebody put in its place meanwhile.
  if (Buffer.compare(unpacked.value.head.bytes, seen.value.bytes) !== 0)
    return failed('pack-damaged', `The pack ${path} has changed while it was read.`);
  const stem = await place(packs, unpacked.value, from);
  if (job.signal.aborted) return calledOff;
  const previous = current?.current ?? null;
  return changeTo(withChosen(state, { identity, isOn: true, current: stem, previous }));
}

function untrusted(signer: Signer, { title }: PackManifest): Result<never> {
  const who =
    signer.kind === 'nobody'
      ? `Nobody signed the pack "${title}"`
      : `The pack "${title}" is signed with the key ${signer.key}, which is not known here`;
  return failed('untrusted', `${who}; it is installed only where you accept that.`);
}

/** Whether the very library of a manifest is the installed one already, and sound. */
async function isHere(
  packs: string,
  { identity, current }: InstalledChoice,
  manifest: PackManifest,
  job: RunningJob,
): Promise<boolean> {
  const note = await readNote(noteOf(packs, identity, current));
  if (!note.ok) return false;
  const { library, version } = note.value.head.manifest;
  if (version !== manifest.version || library.contents !== manifest.library.contents) return false;
  return (await checkSound(libraryOf(packs, identity, current), note.value, job)).ok;
}

async function lacksSpace(packs: string, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(packs);
  return bavail * bsize < bytes;
}

/** Gives a library that is proved, and is flushed, its place among the others. */
async function place(
  packs: string,
  unpacked: Unpacked,
  from: { readonly library: string; readonly note: string },
): Promise<string> {
  const { identity, version } = unpacked.head.manifest;
  const stem = newStem(version);
  const folder = folderOf(packs, identity);
  await writeNote(from.note, unpacked);
  await mkdir(folder, { recursive: true });
  await rename(from.library, libraryOf(packs, identity, stem));
  await rename(from.note, noteOf(packs, identity, stem));
  await flushFolder(folder);
  await flushFolder(packs);
  return stem;
}
