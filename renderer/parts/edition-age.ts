/**
 * Whether an edition came before another one of the same work. Editions are years, years with a month, or the numbers
 * of revisions; of one year with and without its month neither is older.
 */
export function isOlder(edition: string, than: string): boolean {
  const [left, right] = [numbersIn(edition), numbersIn(than)];
  for (const [place, number] of left.entries()) {
    const other = right[place];
    if (other === undefined || number > other) return false;
    if (number < other) return true;
  }
  return false;
}

const numbersIn = (edition: string): readonly number[] =>
  edition.split('-').map(Number).filter(Number.isFinite);
