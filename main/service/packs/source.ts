import { existsSync } from 'node:fs';
import { done, type Failure, type Result } from '../../contract/failure.ts';
import { openLibrary, type LibraryReader } from '../../library/index.ts';
import { compareVersions } from '../../library/packs/names.ts';
import { libraryOf, putBackOf, shippedFolderOf, versionOf } from './files.ts';
import { readShipped, unnamed, type ShippedNote } from './shipped.ts';
import type { PackState } from './state.ts';

/** Where the libraries stand that are read as one. */
export interface SourcePlace {
  /** The library that came with the program. */
  readonly libraryFile: string;
  /** The folder of the installed packs; null: there is none. */
  readonly packs: string | null;
  /** The person's own library; null: there is none. */
  readonly own: string | null;
}

/** A library that is to be read. */
export interface Chosen {
  readonly identity: string;
  readonly file: string;
  /** The stem of its files; null: it came with the program. */
  readonly stem: string | null;
}

/** A set of libraries that is open. */
export interface OpenSet {
  readonly library: LibraryReader;
  readonly files: readonly string[];
  /** Why some that are chosen are left out, by identity. */
  readonly troubles: ReadonlyMap<string, Failure>;
}

/** Which libraries are read, and reading them. */
export interface Source {
  readonly place: SourcePlace;
  readonly shipped: () => ShippedNote | null;
  /** The identity of the library that came with the program. */
  identity(): string;
  /** The file that is read of it: itself, or the one that it was put back to. */
  shippedFile(): string;
  /** What is to be read, in order. */
  chosen(state: PackState): readonly Chosen[];
  /** Whether of a pack that came with the program too a version is newer than that; true for every other pack. */
  isNewer(identity: string, version: string): boolean;
  /** Opens what is to be read. What cannot be read is left out where anything else can, and so are files known to be `damaged`. */
  open(state: PackState, damaged?: ReadonlyMap<string, Failure>): Result<OpenSet>;
}

function whyUnreadable({ identity, file, stem }: Chosen): Failure | undefined {
  const alone = openLibrary({ compiled: [file], own: null });
  if (alone.ok) {
    alone.value.close();
    return undefined;
  }
  const { code } = alone.error;
  if (stem === null || code !== 'library-older') return alone.error;
  // Nobody here can build it again.
  const message = `The pack ${identity} was made for an older Recital; install a newer version of it.`;
  return { code, message };
}

export function createSource(place: SourcePlace): Source {
  const { libraryFile, packs, own } = place;
  let note: ShippedNote | null | undefined;
  const shipped = (): ShippedNote | null =>
    note === undefined ? (note = readShipped(libraryFile)) : note;
  const identity = (): string => shipped()?.manifest.identity ?? unnamed;
  const shippedFile = (): string => {
    // Asked first, since there hardly ever is one.
    if (packs === null || !existsSync(shippedFolderOf(packs))) return libraryFile;
    const sha256 = shipped()?.manifest.library.sha256;
    const putBack = sha256 === undefined ? null : putBackOf(packs, sha256);
    return putBack !== null && existsSync(putBack) ? putBack : libraryFile;
  };
  const isNewer = (pack: string, version: string): boolean =>
    pack !== identity() || compareVersions(version, shipped()?.manifest.version ?? '0') > 0;

  const chosen = (state: PackState): readonly Chosen[] => {
    const program = { file: shippedFile(), stem: null };
    if (packs === null || state.length === 0) return [{ identity: unnamed, ...program }];
    const ofProgram = identity();
    const first = state.find((each) => each.identity === ofProgram);
    const isReplaced =
      first?.current !== null &&
      first?.current !== undefined &&
      isNewer(ofProgram, versionOf(first.current));
    const all: (Chosen & { isOn: boolean })[] = [];
    if (!isReplaced) all.push({ identity: ofProgram, ...program, isOn: first?.isOn !== false });
    // What replaces the program's stands where that stood.
    const inOrder = isReplaced
      ? [first, ...state.filter((each) => each !== first)]
      : state.filter((each) => each !== first);
    for (const { identity: pack, current, isOn } of inOrder)
      if (current !== null)
        all.push({ identity: pack, file: libraryOf(packs, pack, current), stem: current, isOn });
    const on = all.filter(({ isOn }) => isOn);
    // Never nothing, whatever was written there.
    return on.length > 0 ? on : [{ identity: ofProgram, ...program }];
  };

  const openFiles = (files: readonly string[]): Result<LibraryReader> =>
    openLibrary({ compiled: files, own });

  return {
    place,
    shipped,
    identity,
    shippedFile,
    chosen,
    isNewer,
    open: (state, damaged = new Map()) => {
      const wanted = chosen(state);
      const troubles = new Map<string, Failure>();
      const leaveOut = ({ identity: pack }: Chosen, why: Failure | undefined): boolean => {
        if (why !== undefined) troubles.set(pack, why);
        return why === undefined;
      };
      const readable = wanted.filter((each) => leaveOut(each, damaged.get(each.file)));
      const files = readable.map(({ file }) => file);
      if (files.length === 0) files.push(shippedFile());
      const opened = openFiles(files);
      if (opened.ok) return done({ library: opened.value, files, troubles });
      if (files.length === 1 && files[0] === shippedFile()) return opened;
      // Rare: which of them it is is told by opening each alone.
      const sound = readable.filter((each) => leaveOut(each, whyUnreadable(each)));
      for (const left of [sound.map(({ file }) => file), [shippedFile()]]) {
        const rest = left.length === 0 ? opened : openFiles(left);
        if (rest.ok) return done({ library: rest.value, files: left, troubles });
      }
      return opened;
    },
  };
}
