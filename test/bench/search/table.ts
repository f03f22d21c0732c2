/** A figure beside what is asked of it. `measured` is null where its peer is not on this machine. */
export interface Row {
  readonly figure: string;
  /** Null: nothing is asked at this size. */
  readonly asked: { readonly bound: 'at most' | 'at least'; readonly value: number } | null;
  readonly measured: number | null;
}

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

const meets = ({ asked, measured }: Row): string => {
  if (measured === null) return 'not measured';
  if (asked === null) return '';
  const isMet = asked.bound === 'at most' ? measured <= asked.value : measured >= asked.value;
  return isMet ? 'reached' : 'MISSED';
};

export function printTable(title: string, rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.figure,
    row.asked === null ? '' : `${row.asked.bound} ${row.asked.value}`,
    row.measured === null ? '' : digits(row.measured),
    meets(row),
  ]);
  const all = [['figure', 'asked', 'measured', ''], ...cells];
  const widths = [0, 1, 2].map((at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  console.log(`\n${title}`);
  for (const row of all) {
    console.log(
      `  ${row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd()}`,
    );
  }
}
