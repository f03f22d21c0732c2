import { readFile } from 'node:fs/promises';

/** How many tests, or checks, ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/**
 * A runner's own report, as `read` finds the figures in it. A runner that ended badly without a failed test
 * (it crashed, or found nothing to run) counts as one failure.
 */
export async function tallyOf(
  report: string,
  isOk: boolean,
  read: (report: unknown) => Tally,
): Promise<Tally> {
  const text = await readFile(report, 'utf8').catch(() => null);
  const tally = text === null ? nothing : read(JSON.parse(text));
  const hasRun = tally.passed + tally.failed > 0;
  return (isOk && hasRun) || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
