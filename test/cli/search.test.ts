import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../main/contract/answers.ts';
import { compileBundled } from '../fixtures/service.ts';
import { recital } from '../fixtures/command.ts';

describe('recital search, on the bundled library', () => {
  let library: string[];
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recital-cli-'));
    library = ['--library', await compileBundled(folder)];
    return () => rmSync(folder, { recursive: true, force: true });
  });

  const search = (...args: string[]) => recital(['search', ...args, ...library]);
  const json = async (...args: string[]) =>
    JSON.parse((await search(...args, '--json')).out) as SearchAnswer;

  test('what a query names comes first and is marked, then what cites it', async () => {
    const { out } = await search('M.2083');
    const [first, second, third] = out.split('\n\n').slice(1);
    expect(first).toMatch(/^1 {3}Recommendation ITU-R M\.2083\n[^]*\(what was asked for\)$/);
    expect(second).toMatch(/^2 {3}Report ITU-R M\.2083\n[^]*\(what was asked for\)$/);
    expect(third).toMatch(/\(cites what was asked for\)$/);
  });

  test('a result says in which other editions the same stands', async () => {
    const { out } = await search(
      'roadmap',
      'standards',
      'activities',
      '--work',
      'wtsa/resolution/92',
    );
    expect(out).toMatch(/\n {4}also in 2016: wtsa\/resolution\/92@2016#considering\.g\n/);
  });

  test('a corrected word is told, and so is what was searched besides; both can be undone', async () => {
    const corrected = await search('frounthaul');
    expect(corrected.err).toBe(
      'Searched for "fronthaul" instead of "frounthaul" (--without "frounthaul" undoes it).\n',
    );
    const besides = await search('5G');
    expect(besides.err).toMatch(/^Besides "5G", also searched for .*"IMT-2020"/);
    const asTyped = await search('5G', '--as-typed');
    expect(asTyped.err).toBe('');
    expect((await json('frounthaul', '--as-typed')).total).toBe(0);
  });

  test('--without leaves one word or name as it was typed, and may be repeated', async () => {
    const both = await search('5G', 'frounthaul');
    expect(both.err).toMatch(/Besides "5G"[^]*instead of "frounthaul"/);
    const one = await search('5G', 'frounthaul', '--without', 'frounthaul');
    expect(one.err).toContain('Besides "5G"');
    expect(one.err).not.toContain('instead of "frounthaul"');
    const none = await search('5G', 'frounthaul', '--without', '5G', '--without', 'frounthaul');
    expect(none.err).not.toMatch(/undoes it/);
  });

  test('--any reads sentences, of which some words will do and no sign is read', async () => {
    const without = await json('slicing -network');
    const sentences = await json('slicing -network', '--any');
    expect(sentences.query).toBe('slicing -network');
    expect(sentences.total).toBeGreaterThan((await json('network')).total);
    expect(without.total).toBeLessThan((await json('slicing')).total);
  });

  test('nothing found says which word is to blame, and what is near it', async () => {
    const { status, out } = await search('frounthaul', '--as-typed');
    expect(status).toBe(0);
    expect(out).toMatch(
      /^Nothing was found\.\n\n"frounthaul" is nowhere in this library\. The nearest words here: "fronthaul"/,
    );
    const narrowed = await search('slicing', '--year', '1865');
    expect(narrowed.out).toMatch(
      /\n\nWithout the filters: \d+ results\.\n0 in texts here; \d+ references you could request\./,
    );
  });

  test('--explain tells how the query was understood and planned', async () => {
    const { out } = await search('slicing -security', '--year', '2024', '--explain');
    expect(out).toMatch(/^Understood {3}slicing -security\nPlan {9}[^]*\n\n\d+ results/);
    const { explanation } = await json('slicing', '--explain');
    expect(explanation?.understood).toBe('slicing');
    expect((await json('slicing')).explanation).toBeNull();
  });

  test.each([
    ['--work', 'wtsa/resolution/92', /^wtsa\/resolution\/92@/],
    ['--edition', 'wtsa/resolution/92@2016', /^wtsa\/resolution\/92@2016/],
    ['--has', 'footnote', /@2\d{3}#/],
    ['--topic', 'security', /./],
    ['--lang', 'en', /./],
  ])('%s narrows the result', async (option, value, expected) => {
    const all = await json('IMT');
    const narrowed = await json('IMT', option, value);
    expect(narrowed.total).toBeGreaterThan(0);
    expect(narrowed.total).toBeLessThanOrEqual(all.total);
    for (const { address } of narrowed.hits) expect(address).toMatch(expected);
  });

  test('--sort date puts the newest first', async () => {
    const { hits } = await json('IMT', '--body', 'wtsa', '--sort', 'date', '--limit', '50');
    const years = hits.map(({ address }) => Number(/@(\d{4})/.exec(address)?.[1]));
    expect(years).toEqual(years.toSorted((a, b) => b - a));
  });
});
