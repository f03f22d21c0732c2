import type {
  Comparison,
  ComparisonRow,
  ComparisonStatus,
  DiffPart,
} from '../../contract/comparison.ts';
import { done, type Result } from '../../contract/failure.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { bold, dim, paragraph, print, printJson, safe } from '../output.ts';

/** What was taken out stands in square brackets, what came in in braces, so that it reads without colours too. */
function markedText(diff: readonly DiffPart[]): string {
  return diff
    .map(({ op, text }) => {
      const words = safe(text);
      if (op === 'same') return words;
      const inner = words.trim();
      // Words break over lines, so each is set bold or dim for itself.
      const set = (style: (word: string) => string) => inner.split(' ').map(style).join(' ');
      const mark = op === 'added' ? set((word) => bold(word)) : set((word) => dim(word));
      const [open, close] = op === 'added' ? ['{', '}'] : ['[', ']'];
      const before = words.startsWith(' ') ? ' ' : '';
      const after = words.length > 1 && words.endsWith(' ') ? ' ' : '';
      return inner === '' ? words : `${before}${open}${mark}${close}${after}`;
    })
    .join('');
}

function headOf({ status, moved, from, to, similarity }: ComparisonRow): string {
  const what = moved === true ? 'moved, amended' : status;
  const place =
    from !== null && to !== null && from !== to ? `${from} -> ${to}` : (to ?? from ?? '');
  const share =
    status === 'amended' ? dim(`  ${Math.round(similarity * 100)} % the same words`) : '';
  return `${bold(what.padEnd(8))}  ${place}${share}`;
}

function rowText(row: ComparisonRow): string {
  const plain = row.status === 'new' || row.status === 'removed' || row.status === 'moved';
  if (row.status === 'same') return headOf(row);
  const text = plain ? safe(row.diff.map((part) => part.text).join('')) : markedText(row.diff);
  return `${headOf(row)}\n${paragraph(text.replaceAll(/ +/g, ' '), { margin: 4 })}`;
}

const count = (rows: readonly ComparisonRow[], status: ComparisonStatus): number =>
  rows.filter((row) => row.status === status).length;

function summary({ rows, sections }: Comparison): string {
  const moved = rows.filter((row) => row.status === 'moved' || row.moved === true).length;
  const parts = [
    `${count(rows, 'same')} the same`,
    `${count(rows, 'amended')} amended`,
    `${moved} moved`,
    `${count(rows, 'new')} new`,
    `${count(rows, 'removed')} removed`,
  ];
  const gone = sections.filter((row) => row.status === 'removed').map(({ from }) => from);
  const come = sections.filter((row) => row.status === 'new').map(({ to }) => to);
  return [
    paragraph(`Provisions: ${parts.join(', ')}.`),
    ...(come.length > 0 ? [paragraph(`New sections: ${come.join(', ')}.`)] : []),
    ...(gone.length > 0 ? [paragraph(`Removed sections: ${gone.join(', ')}.`)] : []),
  ].join('\n');
}

/** Prints what changed from one edition to another: with `--json` the rows, else a text to read. */
export async function compare(from: string, to: string, options: Common): Promise<Result<void>> {
  return withService(options, async ({ api }) => {
    const answer = await api.compare({ from, to });
    if (!answer.ok) return answer;
    const comparison = answer.value;
    if (options.json === true) {
      printJson(comparison);
      return done(undefined);
    }
    print(bold(`${comparison.from} -> ${comparison.to}`));
    print(summary(comparison));
    print(dim('[taken out]  {put in}'));
    for (const row of comparison.rows) print(`\n${rowText(row)}`);
    return done(undefined);
  });
}
