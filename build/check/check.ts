import { runScript, runTool, type Ran } from '../tools.ts';

interface Step {
  readonly name: string;
  readonly check: () => Promise<Ran>;
}

/** One tsconfig a side: no DOM in `main/`, no Node in `renderer/`, neither in `contract/`. */
const sides = ['main/contract', 'main', 'renderer', 'build', 'test'];

async function checkTypes(): Promise<Ran> {
  const runs: Ran[] = [];
  for (const side of sides) runs.push(await runTool('tsc', ['-p', `${side}/tsconfig.json`]));
  return { ok: runs.every((ran) => ran.ok), output: runs.map((ran) => ran.output).join('') };
}

/** The cheapest first, so that a slip is told within seconds. */
const steps: readonly Step[] = [
  { name: 'format', check: () => runTool('oxfmt', ['--check', '.']) },
  {
    name: 'lint',
    check: () => runTool('oxlint', ['--deny-warnings', '.']),
  },
  { name: 'types', check: checkTypes },
  { name: 'walls', check: () => runScript('build/check/walls.ts') },
  { name: 'words', check: () => runScript('build/check/words.ts') },
  { name: 'lock file', check: () => runScript('build/check/lock-file.ts') },
  { name: 'unused code', check: () => runTool('knip', ['-c', 'build/check/knip.json']) },
  { name: 'content', check: () => runScript('build/check/content.ts') },
];

/** Runs every static check, tells the outcome of each in a line, and shows what a failed one printed. */
export async function checkAll(): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const { name, check } of steps) {
    const { ok, output } = await check();
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
    if (ok) continue;
    failed += 1;
    console.log(output.trim());
  }
  return { passed: steps.length - failed, failed };
}
