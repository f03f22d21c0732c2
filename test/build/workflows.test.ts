import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { project } from '../../build/tools.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(project, '.github/workflows');
const texts = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const read = (name: string): Workflow => parse(texts.get(name) ?? '') as Workflow;
const jobsOf = (name: string): [string, Job][] => Object.entries(read(name).jobs);

describe.each([...texts.keys()])('the workflow %s', (name) => {
  const text = texts.get(name)!;
  const steps = jobsOf(name).flatMap(([, { steps: own = [] }]) => own);

  test('names every action by the hash of a commit, with the version beside it', () => {
    const uses = text.split('\n').filter((line) => /^\s*(?:- )?uses:/u.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses)
      expect(line).toMatch(
        /uses: (?:actions\/[a-z-]+@[\da-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/workflows\/[a-z]+\.yml)$/u,
      );
  });

  test('may only read, but for the job that publishes, which runs nothing of the project', () => {
    expect(read(name).permissions).toEqual({ contents: 'read' });
    for (const [id, { permissions = { contents: 'read' } }] of jobsOf(name))
      expect(permissions).toEqual({ contents: id === 'release' ? 'write' : 'read' });
    for (const { uses = '', run = '' } of read(name).jobs['release']?.steps ?? []) {
      expect(uses).not.toContain('actions/checkout');
      expect(run).not.toMatch(/\b(?:npm|npx|node)\b/u);
    }
  });

  test.each([
    ['actions/checkout', { 'persist-credentials': false }],
    ['actions/setup-node', { 'package-manager-cache': false }],
  ])(
    'has %s leave no token on the disk, and take no packages from a shared store',
    (action, how) => {
      for (const step of steps.filter(({ uses }) => uses?.startsWith(action)))
        expect(step.with).toMatchObject(how);
    },
  );

  test('puts nothing that somebody else wrote into a script', () => {
    for (const { run } of steps) {
      const put = [...(run ?? '').matchAll(/\$\{\{(.*?)\}\}/gu)].map(([, what = '']) => what);
      for (const what of put) expect(what).not.toMatch(/github\.|inputs\.|env\./u);
    }
    expect(Object.keys(read(name).on)).not.toContain('pull_request_target');
  });

  test('lets no job run for ever', () => {
    for (const [, job] of jobsOf(name).filter(([, { uses }]) => uses === undefined))
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });
});

test('every change is tested and built on the three systems, and a release is made of exactly that', () => {
  const systems = ['ubuntu', 'macos', 'windows'];
  const { desktop, installers } = read('build.yml').jobs;
  for (const job of [desktop, installers])
    expect(job?.strategy?.matrix.os.map((os) => os.split('-')[0])).toEqual(systems);
  expect(jobsOf('release.yml').map(([id]) => id)).toEqual(['version', 'build', 'release']);
  expect(read('release.yml').jobs['build']?.uses).toBe('./.github/workflows/build.yml');
});
