/**
 * A table as comma-separated values (RFC 4180). A cell that a spreadsheet would run as a formula is made plain text by an
 * apostrophe before it, since texts may come from strangers.
 *
 * @example csvOf([['Who', 'What'], ['TSAG', 'to say "yes", and no']])
 * // => 'Who,What\r\nTSAG,"to say ""yes"", and no"\r\n'
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');

function cellOf(text: string): string {
  const plain = /^[\t\r\n]|^\s*[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
