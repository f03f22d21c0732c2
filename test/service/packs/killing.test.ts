import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launcher } from '../../fixtures/command.ts';
import { makePack } from '../../fixtures/packs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { found, light, packMachine, valueOf, type PackMachine } from './machine-with-packs.ts';

const identity = 'lighthouses';
const first = light(7, 2016, 'lanterns of tallow');
const second = light(7, 2020, 'lanterns of whale oil');

interface Fault {
  readonly kind: 'kill' | 'full';
  readonly at: number;
}

interface Ended {
  readonly signal: string | null;
  readonly status: number | null;
  readonly err: string;
  /** What was done to the disk, step by step. */
  readonly steps: readonly string[];
}

/** Runs a command on a machine, in a process in which a step fails or is the last. */
function run(machine: PackMachine, args: readonly string[], fault?: Fault): Promise<Ended> {
  const trace = join(temporaryFolder(), 'trace');
  const faults = join(import.meta.dirname, 'faults.ts');
  const command = ['--import', faults, launcher, '--library', machine.libraryFile, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      env: {
        ...process.env,
        RECITAL_DATA: machine.data,
        FAULT_TRACE: trace,
        FAULT_WITHIN: join(machine.data, 'packs'),
        FAULT_AT: String(fault?.at ?? -1),
        FAULT_KIND: fault?.kind ?? '',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      const steps = existsSync(trace)
        ? readFileSync(trace, 'utf8')
            .trimEnd()
            .split('\n')
            .map((line) => line.trimEnd())
        : [];
      resolve({ status, signal, err, steps });
    });
  });
}

/** A machine with a pack on it, or an update of that over it, and what can be done with them. */
async function prepared(isUpdated = false) {
  const machine = await packMachine();
  const one = await makePack({ documents: [first], version: '1' });
  const two = await makePack({ documents: [first, second], version: '2' });
  const service = machine.open();
  valueOf(await service.api.installPack({ path: one.file, isAccepted: true }));
  if (isUpdated) valueOf(await service.api.installPack({ path: two.file, isAccepted: true }));
  await service.close();
  const kept = join(temporaryFolder(), 'data');
  cpSync(machine.data, kept, { recursive: true });
  return {
    machine,
    install: ['pack', 'install', two.file, '--accept'],
    two: two.file,
    /** The data as it was before. */
    reset: () => {
      rmSync(machine.data, { recursive: true, force: true });
      cpSync(kept, machine.data, { recursive: true });
    },
  };
}

/** What is read on a machine after whatever happened to it: the one library or the other, and nothing is left lying about. */
async function readAfter(machine: PackMachine): Promise<'one' | 'two' | 'none'> {
  const service = machine.open();
  const { packs } = valueOf(await service.api.packs({}));
  expect(packs.map(({ trouble }) => trouble)).toEqual(packs.map(() => null));
  const pack = packs.find((each) => each.identity === identity);
  expect(await found(service, 'keep réseaux lit')).toBe(1);
  const [tallow, oil] = [await found(service, 'tallow'), await found(service, 'whale oil')];
  expect(tallow).toBe(pack === undefined ? 0 : 1);
  expect(oil).toBe(pack?.version === '2' ? 1 : 0);
  await service.checkAtStart();
  await service.close();
  const versions = [pack?.version, pack?.previous].filter((each) => typeof each === 'string');
  const patterns = versions
    .toSorted()
    .flatMap((version) =>
      ['json', 'sqlite'].map((ending) =>
        expect.stringMatching(new RegExp(`^${identity}/${version}-[0-9a-f]{12}.${ending}$`)),
      ),
    );
  expect(machine.files()).toEqual([...patterns, 'state.json']);
  return pack === undefined ? 'none' : pack.version === '2' ? 'two' : 'one';
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_none, at) => at);

/** What is read after each way to fail, in order. */
async function afterEach(
  { machine, reset }: Awaited<ReturnType<typeof prepared>>,
  args: readonly string[],
  faults: readonly Fault[],
  check: (ended: Ended, fault: Fault) => void,
): Promise<string[]> {
  const outcomes: string[] = [];
  for (const fault of faults) {
    reset();
    check(await run(machine, args, fault), fault);
    outcomes.push(await readAfter(machine));
  }
  return outcomes;
}

/** All of one and then all of the other: there is one moment at which the one becomes the other. */
function hasOneMoment(outcomes: readonly string[], before: string, after: string): boolean {
  const moment = outcomes.indexOf(after);
  return moment > 0 && outcomes.every((each, at) => each === (at < moment ? before : after));
}

const isKilled = ({ signal }: Ended): void => expect(signal).toBe('SIGKILL');

describe('a change of packs that is killed at any step', () => {
  test('of installing leaves the old library whole or the new one, and can be done again', async () => {
    const all = await prepared();
    const { steps, status, err } = await run(all.machine, all.install);
    expect({ status, err }).toMatchObject({ status: 0 });
    expect(steps.length).toBeGreaterThan(20);
    const faults = numbersTo(steps.length).map((at): Fault => ({ kind: 'kill', at }));
    const outcomes = await afterEach(all, all.install, faults, isKilled);
    expect(hasOneMoment(outcomes, 'one', 'two')).toBe(true);

    all.reset();
    await run(all.machine, all.install, { kind: 'kill', at: steps.length >> 1 });
    const service = all.machine.open();
    valueOf(await service.api.installPack({ path: all.two, isAccepted: true }));
    expect(await found(service, 'whale oil')).toBe(1);
  }, 300_000);

  test('of going back leaves the one library whole or the other', async () => {
    const all = await prepared(true);
    const back = ['pack', 'rollback', identity];
    const { steps } = await run(all.machine, back);
    const faults = numbersTo(steps.length).map((at): Fault => ({ kind: 'kill', at }));
    const outcomes = await afterEach(all, back, faults, isKilled);
    expect(hasOneMoment(outcomes, 'two', 'one')).toBe(true);
  }, 300_000);

  test('of removing leaves it whole or gone', async () => {
    const all = await prepared();
    const remove = ['pack', 'remove', identity];
    const { steps } = await run(all.machine, remove);
    const faults = numbersTo(steps.length).map((at): Fault => ({ kind: 'kill', at }));
    const outcomes = await afterEach(all, remove, faults, isKilled);
    expect(hasOneMoment(outcomes, 'one', 'none')).toBe(true);
  }, 300_000);
});

describe('a disk that is full', () => {
  test('at any step of installing leaves the old library whole or the new one, and says so in a line', async () => {
    const all = await prepared();
    const { steps } = await run(all.machine, all.install);
    const needsSpace = numbersTo(steps.length).filter((at) =>
      /^(?:open|write|writeFile|sync|mkdir|rename) /.test(steps[at] ?? ''),
    );
    const faults = needsSpace.map((at): Fault => ({ kind: 'full', at }));
    const outcomes = await afterEach(all, all.install, faults, ({ status, err }) => {
      // Where only what is left to be tidied failed, the pack is installed.
      const line = status === 0 ? /^/ : /^recital: .*(?:full|no room).*$/im;
      expect(err).toMatch(line);
    });
    expect(outcomes).toContain('one');
  }, 300_000);
});

test('what a loss of power could take is flushed before the moment at which it is read', async () => {
  const all = await prepared();
  const { steps } = await run(all.machine, all.install);
  const moment = steps.findIndex((step) => /^rename .* to .*state\.json$/.test(step));
  const before = steps.slice(0, moment);
  const moved = before.filter((step) => step.startsWith('rename '));
  expect(moved).toHaveLength(2);
  for (const step of moved) {
    const [path = '', to = ''] = step.slice('rename '.length).split(' to ');
    const lastWrite = before.findLastIndex(
      (each) => /^write(?:File)? /.test(each) && each.endsWith(path),
    );
    const lastSync = before.lastIndexOf(`sync ${path}`);
    expect(lastSync).toBeGreaterThan(lastWrite);
    // The name too.
    const folder = dirname(to.slice(to.indexOf('/lighthouses')));
    expect(before.lastIndexOf(`sync ${folder}`)).toBeGreaterThan(before.indexOf(step));
  }
  const part = /^rename (\S+) to /.exec(steps[moment] ?? '')?.[1] ?? '';
  expect(before.at(-1)).toBe(`sync ${part}`);
  expect(steps[moment + 1]).toBe('sync');
});
