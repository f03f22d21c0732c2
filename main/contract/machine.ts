import type { Failure, Result } from './failure.ts';

/** Something that takes a while: a file verified, a pack installed, files imported, the data folder moved. */
export interface Job {
  readonly id: string;
  readonly kind: 'verify' | 'install' | 'import' | 'move-data' | 'repair' | 'upgrade';
  /** What is worked on now: a file's name. */
  readonly what: string;
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
  readonly unit: 'bytes' | 'files';
}

/** A file that another program, a drop, the command line or the file dialogue handed to Recital. */
export interface OfferedFile {
  /** On this machine. */
  readonly path: string;
  readonly name: string;
  /** By its name alone. */
  readonly kind: 'pack' | 'tour' | 'document' | 'folder' | 'unknown';
  readonly bytes: number;
}

/** A pack on a stick: on any volume that a person plugged in. */
export interface StickFile {
  /** On this machine. */
  readonly path: string;
  readonly name: string;
  /** What the stick is called. */
  readonly stick: string;
  readonly bytes: number;
}

/** Whether the library that came with the program is as it was shipped. `unchecked`: nothing to check it against. */
export interface Health {
  readonly state: 'checking' | 'sound' | 'damaged' | 'unchecked';
  /** Why it is damaged; else null. */
  readonly trouble: Failure | null;
  readonly own: OwnHealth;
}

/** Whether the person's own library is read. */
export interface OwnHealth {
  /** It is being brought up to date, and read after that. */
  readonly isUpgrading: boolean;
  /** Why it is left out of every answer: where it could not be brought up to date, why not. Null where all is well. */
  readonly trouble: Failure | null;
}

/** The folder of the person's own data. */
export interface DataPlace {
  readonly folder: string;
  /** It stands beside the program, on a stick perhaps, and goes with it. */
  readonly isPortable: boolean;
  /** False where it is portable, or the environment names it. */
  readonly canMove: boolean;
}

/** What the machine gives that a room never sees. All of it local. */
export interface MachineApi {
  jobs(request: Record<never, never>): Promise<Result<{ readonly jobs: readonly Job[] }>>;
  /** Calls a job off; what it was about to change is as it was. One that has ended is none. */
  callOff(request: { readonly id: string }): Promise<Result<null>>;
  /** What was handed to Recital and not yet taken or put aside, oldest first; bounded. */
  offered(
    request: Record<never, never>,
  ): Promise<Result<{ readonly files: readonly OfferedFile[] }>>;
  /** From a page that can read a file but not tell its path: kept in the data folder until it is put aside. */
  offer(request: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<Result<OfferedFile>>;
  putAside(request: { readonly paths: readonly string[] }): Promise<Result<null>>;
  /** The system's dialogue for files; empty where the person chose none. `not-here` where there is no desktop shell. */
  pickFiles(
    request: Record<never, never>,
  ): Promise<Result<{ readonly files: readonly OfferedFile[] }>>;
  /**
   * The packs at the root and one folder down of what is plugged in; bounded. A volume that does not answer soon is left out
   * until it has.
   */
  sticks(request: Record<never, never>): Promise<Result<{ readonly files: readonly StickFile[] }>>;
  pickFolder(request: Record<never, never>): Promise<Result<{ readonly folder: string | null }>>;
  /** Shows a file or folder of Recital's in the system's file manager. `not-here` without the shell. */
  reveal(request: { readonly what: 'data' | 'log' | 'library' }): Promise<Result<null>>;
  health(request: Record<never, never>): Promise<Result<Health>>;
  /** Puts the shipped library back from the installed original. */
  repair(request: Record<never, never>): Promise<Result<Health>>;
  dataPlace(request: Record<never, never>): Promise<Result<DataPlace>>;
  /** Copies the data folder to an empty or missing folder, proves the copy, and uses it from then on; the old one stays until it is proved. */
  moveData(request: { readonly to: string }): Promise<Result<DataPlace>>;
}
