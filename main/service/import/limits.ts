import { availableParallelism } from 'node:os';

/** What an import may cost. Sizes are bytes but where the name says otherwise. */
export interface ImportLimits {
  /** Of one file. The largest handbooks are below it. */
  readonly maxBytes: number;
  /** For reading one file, from its first byte to its structure. */
  readonly seconds: number;
  /** Of the JavaScript heap of the thread that reads a file. */
  readonly heapMegabytes: number;
  /** Of what such a thread holds outside its heap: bytes of files, WebAssembly. */
  readonly outsideHeapMegabytes: number;
  /** How many files are read at a time. */
  readonly readers: number;
  /** How many files a thread reads before another takes its place: WebAssembly never gives memory back. */
  readonly filesPerThread: number;
  /** Files in the folders of one import, and folders inside one another. */
  readonly maxFiles: number;
  readonly maxFolderDepth: number;
  /** How large the person's own library may grow, in pages of 4096 bytes; null: as far as there is room. */
  readonly maxLibraryPages: number | null;
}

export const defaultLimits: ImportLimits = {
  maxBytes: 80_000_000,
  seconds: 60,
  heapMegabytes: 1024,
  outsideHeapMegabytes: 768,
  readers: Math.min(4, availableParallelism()),
  filesPerThread: 1000,
  maxFiles: 50_000,
  maxFolderDepth: 64,
  maxLibraryPages: null,
};
