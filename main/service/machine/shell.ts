import type { DataPlace } from '../../contract/machine.ts';

export interface DataPlaces {
  /** As a start of the program would find it now. */
  now(): DataPlace;
  /** From the next start on the data is in this folder. */
  note(folder: string): Promise<void>;
  /** On this machine, and not among the data, which may be on a stick that others had in their hands. */
  readonly windowFolder: string;
}

/** What only a desktop program can do; the service is handed it, and asks no more of the system than this. */
export interface Shell {
  /** The system's dialogue: the files that the person chose, none where they chose none. */
  pickFiles(): Promise<readonly string[]>;
  pickFolder(): Promise<string | null>;
  /** Shows a file or folder in the system's file manager. */
  reveal(path: string): void;
  /** The program's log. */
  readonly logFile: string;
  /** Where the program looks for a person's data, and keeps what belongs to its windows. */
  readonly places: DataPlaces;
  /** Starts the program anew, with each window where it was. */
  restart(): void;
}
