import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildStale } from '../build/build.ts';
import { checkAll } from '../build/check/check.ts';
import { project, runTool } from '../build/tools.ts';
import { ensureChromium } from './install-chromium.ts';
import { add, nothing, tallyOf, type Tally } from './tally.ts';

/**
 * `npm run check` is the gate that needs no browser: the static checks and every test under Node.
 * `npm test` is that and the tests in a real browser.
 */
const withoutBrowser = process.argv.includes('--without-browser');

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

interface PlaywrightReport {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
}

async function runUnderNode(): Promise<Tally> {
  const report = join(project, 'out/test/node.json');
  await rm(report, { force: true });
  const { ok } = await runTool(
    'vitest',
    [
      'run',
      '--config=test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { isShown: true },
  );
  return tallyOf(report, ok, (json) => {
    const { numPassedTests, numFailedTests, numPendingTests } = json as VitestReport;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  });
}

async function runInBrowser(): Promise<Tally> {
  const report = join(project, 'out/test/browser.json');
  await rm(report, { force: true });
  const { ok } = await runTool(
    'playwright',
    ['test', '-c', 'test/playwright.config.ts', '--reporter=list,json'],
    { isShown: true, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  return tallyOf(report, ok, (json) => {
    const { expected, unexpected, flaky, skipped } = (json as PlaywrightReport).stats;
    // A test that passes only when tried again is a failure here: people would meet it.
    return { passed: expected, failed: unexpected + flaky, skipped };
  });
}

async function runAll(): Promise<Tally> {
  // Together, since neither uses every core; the tests, which do, come one kind after the other.
  const [checks, isBuilt] = await Promise.all([checkAll(), buildStale()]);
  let tally = add(nothing, { ...checks, skipped: 0 });
  if (!isBuilt) return add(tally, { ...nothing, failed: 1 });
  tally = add(tally, await runUnderNode());
  if (withoutBrowser) return tally;
  if (!(await ensureChromium())) return add(tally, { ...nothing, failed: 1 });
  return add(tally, await runInBrowser());
}

const { passed, failed, skipped } = await runAll();
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
if (failed > 0) process.exitCode = 1;
