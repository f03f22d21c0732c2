/**
 * What reading one file may cost. A file that asks for more is refused with a code of its own; nothing is cut short in
 * silence. Sizes are bytes.
 */
export interface ReadLimits {
  /** Of the file itself. */
  readonly maxBytes: number;
  /** Of all that is unpacked from an archive. */
  readonly maxUnpackedBytes: number;
  /** Unpacked size of one entry, divided by its packed size. */
  readonly maxRatio: number;
  readonly maxEntries: number;
  /** Elements inside one another. */
  readonly maxDepth: number;
  /** Paragraphs, tables and figures of the document. */
  readonly maxBlocks: number;
}

export const defaultLimits: ReadLimits = {
  maxBytes: 200_000_000,
  maxUnpackedBytes: 400_000_000,
  maxRatio: 1000,
  maxEntries: 20_000,
  maxDepth: 1000,
  maxBlocks: 500_000,
};
