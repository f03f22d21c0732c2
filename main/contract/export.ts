/**
 * `akn` is Akoma Ntoso 3.0; `bibtex`, `ris` and `csl` (CSL-JSON) are references without the text. A tour goes out as a
 * handout: `md`, `html`, `docx`.
 */
export const exportFormats = ['akn', 'md', 'html', 'docx', 'bibtex', 'ris', 'csl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file to be kept. */
export interface Exported {
  /** A name for the file, without a folder. */
  readonly name: string;
  readonly mediaType: string;
  /** Of text formats the text; of others the bytes as Base64. */
  readonly content: { readonly text: string } | { readonly base64: string };
}
