import type { LibraryCounts } from './answers.ts';
import type { Failure, Result } from './failure.ts';
import type { Address, EditionId, WorkId } from './ids.ts';

/** An edition that a pack holds, as its manifest lists it. */
export interface PackedEdition {
  readonly edition: EditionId;
  readonly name: string;
  readonly language: string;
  /** SHA-256 of what the edition says: another text, another number. */
  readonly sha256: string;
}

/** A record that a pack holds: a reference to a work, a tour, a chapter of a handbook. */
export interface PackedRecord {
  readonly address: Address | WorkId;
  readonly name: string;
  readonly sha256: string;
}

/** What a pack says of itself; the first thing in the file, and what is signed. */
export interface PackManifest {
  /** Of the pack file; 1. */
  readonly format: 1;
  /** The same through all versions of a pack: lower-case letters, digits and single hyphens, at most 64. */
  readonly identity: string;
  /** As people read it: "ITU resolutions on IMT". */
  readonly title: string;
  /** Numbers with dots, `2026.11.1`: compared number by number. */
  readonly version: string;
  readonly publisher: string;
  /** The publisher's key id: the first 32 hexadecimal digits of the SHA-256 of the raw public key. */
  readonly key: string | null;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly editions: readonly PackedEdition[];
  readonly records: readonly PackedRecord[];
  readonly counts: LibraryCounts;
  /** What may be done with the content, in a sentence. */
  readonly rights: string;
  /** The oldest program that reads it. */
  readonly minimumApp: string;
  readonly library: PackedLibrary;
  /** What follows the manifest: a whole library, or what changed since another version. */
  readonly content: PackContent;
}

/** The library that a pack holds or leads to. */
export interface PackedLibrary {
  /** Of the tables (`main/library/schema.ts`). */
  readonly schema: number;
  readonly bytes: number;
  /** Of the file. */
  readonly sha256: string;
  /** SHA-256 of everything that it says, however it is laid out: two files that say the same have the same one. */
  readonly contents: string;
}

/** `bytes` and `sha256` are those of what stands in the pack, which is a library or changes as they are, or compressed. */
export type PackContent = {
  readonly coding: 'plain' | 'zstd';
  readonly bytes: number;
  readonly sha256: string;
} & (
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'changes';
      /** Length of the changes, not compressed. */
      readonly length: number;
      /** What they apply to; `contents` as of its library. */
      readonly from: { readonly version: string; readonly contents: string };
    }
);

/** Who signed: a publisher that is known here, somebody else, or nobody. A signature that does not fit is a failure. */
export type Signer =
  | { readonly kind: 'known'; readonly key: string; readonly publisher: string }
  | { readonly kind: 'unknown'; readonly key: string; readonly publisher: string }
  | { readonly kind: 'nobody' };

/**
 * A work in a list of what changes, or what else has an address of its own: a tour, a handbook with its chapters. `editions`
 * are those whose text came, changed or went; none where only the library's record of it did.
 */
export interface ChangedWork {
  readonly address: Address | WorkId;
  readonly name: string;
  readonly editions: readonly EditionId[];
}

/** What installing changes against what is here of the same pack; everything is new where nothing is. */
export interface PackChanges {
  readonly added: readonly ChangedWork[];
  readonly updated: readonly ChangedWork[];
  readonly removed: readonly ChangedWork[];
}

/** What is in a pack file, having been verified. */
export interface PackReport {
  readonly manifest: PackManifest;
  readonly signer: Signer;
  readonly changes: PackChanges;
  /** The version that is here; null: none. */
  readonly installed: string | null;
  /** Why it cannot be installed although it is whole: an older program, changes to another version; null: it can. */
  readonly obstacle: Failure | null;
}

export interface InstalledPack {
  readonly identity: string;
  readonly title: string;
  readonly version: string;
  readonly publisher: string;
  readonly signer: Signer;
  readonly rights: string;
  readonly languages: readonly string[];
  readonly counts: LibraryCounts;
  /** Bytes on the disk. */
  readonly bytes: number;
  /** Whether it is read. */
  readonly isOn: boolean;
  /** The one that came with the program: it can be switched off, and not removed. */
  readonly isBundled: boolean;
  /** The version that rolling back leads to; null: there is none. */
  readonly previous: string | null;
  /** Why it is left out although it is on; null where all is well. */
  readonly trouble: Failure | null;
}

export interface Publisher {
  readonly key: string;
  readonly name: string;
  /** Whether it came with the program. */
  readonly isBundled: boolean;
}

/** Packs: all of it local, never in a room. */
export interface PacksApi {
  packs(
    request: Record<never, never>,
  ): Promise<
    Result<{ readonly packs: readonly InstalledPack[]; readonly publishers: readonly Publisher[] }>
  >;
  /** Reads and verifies a pack file, and says what it would change. Progress: `jobs`. */
  inspectPack(request: { readonly path: string }): Promise<Result<PackReport>>;
  /**
   * Verifies it again and installs it; the libraries that are read go on until it is proved good. `isAccepted`: the person has
   * seen that nobody known signed it. Errors: those of `inspectPack`, `untrusted` without that, `disk-full`, `not-writable`.
   */
  installPack(request: {
    readonly path: string;
    readonly isAccepted?: boolean | undefined;
  }): Promise<Result<InstalledPack>>;
  /** Back to the version before; what was rolled back from is then the one before. */
  rollBackPack(request: { readonly identity: string }): Promise<Result<InstalledPack>>;
  switchPack(request: {
    readonly identity: string;
    readonly isOn: boolean;
  }): Promise<Result<InstalledPack>>;
  removePack(request: { readonly identity: string }): Promise<Result<null>>;
  /** From now on what this publisher signs is of a known one. `path` is a pack that they signed, which holds their key. */
  trustPublisher(request: { readonly path: string }): Promise<Result<Publisher>>;
  forgetPublisher(request: { readonly key: string }): Promise<Result<null>>;
}
