import { relative } from 'node:path';
import { done, type Result } from '../../contract/failure.ts';
import { compileLibrary, type BuildReport } from '../../service/index.ts';
import type { Common } from '../common.ts';
import { print, printJson, remark } from '../output.ts';
import { contentFolder, defaultLibrary } from '../project.ts';

interface BuildOptions extends Common {
  readonly out?: string;
}

/** One line on how hard the library's own texts are to read; null where there are none. */
function summariseReadability(readability: BuildReport['readability']): string | null {
  const byGrade = readability.toSorted((a, b) => a.grade - b.grade);
  const middle = byGrade[Math.floor(byGrade.length / 2)];
  const hardest = byGrade.at(-1);
  if (middle === undefined || hardest === undefined) return null;
  return `reading level: grade ${middle.grade} in the middle of ${byGrade.length} texts, at most ${hardest.grade} (${hardest.address})`;
}

/** Compiles a content folder. `--library` names the library to write as well as `--out` does. */
export async function build(
  content: string | undefined,
  options: BuildOptions,
): Promise<Result<void>> {
  const compiled = await compileLibrary({
    contentFolder: content ?? relative('', contentFolder),
    out: options.out ?? options.library ?? defaultLibrary,
  });
  if (!compiled.ok) return compiled;
  const report = compiled.value;
  if (options.json === true) {
    printJson(report);
    return done(undefined);
  }

  const counts = Object.entries(report.counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  print(`${report.library}: ${counts.join(', ')}, in ${report.ms} ms`);
  print(`sha256 ${report.sha256}`);
  const readingLevel = summariseReadability(report.readability);
  if (readingLevel !== null) print(readingLevel);
  const codes = Map.groupBy(report.warnings, ({ code }) => code);
  const warnings = [...codes].map(([code, list]) => `${list.length} ${code}`);
  if (warnings.length > 0) remark(`warnings: ${warnings.join(', ')} (--json lists them)`);
  return done(undefined);
}
