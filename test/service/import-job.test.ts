import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openService } from '../../main/service/index.ts';
import type { Crash, StartProcess } from '../../main/service/import/hosts.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const file = (at: number) => ({ file: resolve(`${at}.txt`), error: null, at });
const imported = (at: number) => ({
  file: resolve(`${at}.txt`),
  ok: true,
  work: null,
  edition: null,
  title: null,
  warnings: [],
  error: null,
});

/** A process that finds two files, begins the first and waits to be told how it goes on. */
function waitingProcess() {
  const scripts: string[] = [];
  const gone = Promise.withResolvers<Crash>();
  let hear: ((message: unknown) => void) | null = null;
  const startProcess: StartProcess = (script) => {
    scripts.push(script);
    return {
      send: () => {
        hear?.({ kind: 'found', files: [file(0), file(1)] });
        hear?.({ kind: 'reading', at: 0 });
      },
      onMessage: (heard) => {
        hear = heard;
      },
      gone: gone.promise,
      kill: () => gone.resolve('other'),
    };
  };
  return {
    startProcess,
    scripts,
    finish: () => {
      for (const at of [0, 1]) hear?.({ kind: 'done', at, file: imported(at) });
      hear?.({ kind: 'ended', result: { ok: true } });
    },
  };
}

async function service(startProcess: StartProcess) {
  const folder = temporaryFolder();
  const libraryFile = join(folder, 'library.sqlite');
  await writeLibrary(libraryFile);
  const opened = openService({
    libraryFile,
    dataFolder: join(folder, 'data'),
    version: '0.0.0',
    startProcess,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

const paths = [resolve('0.txt'), resolve('1.txt')];

it('an import runs in a process that the program starts its own way, and is a job meanwhile', async () => {
  const { startProcess, scripts, finish } = waitingProcess();
  const { api } = await service(startProcess);
  const answer = api.import({ paths });
  await expect
    .poll(() => api.jobs({}))
    .toEqual({
      ok: true,
      value: {
        jobs: [{ id: '1', kind: 'import', what: '0.txt', unit: 'files', done: 0, total: 2 }],
      },
    });
  expect(scripts).toEqual([expect.stringMatching(/import-worker\.ts$/)]);
  finish();
  expect(await answer).toMatchObject({ ok: true, value: [{ ok: true }, { ok: true }] });
  expect(await api.jobs({})).toEqual({ ok: true, value: { jobs: [] } });
});

it('an import that is called off says so', async () => {
  const { startProcess, scripts } = waitingProcess();
  const { api } = await service(startProcess);
  const answer = api.import({ paths });
  await expect.poll(() => scripts.length).toBe(1);
  await api.callOff({ id: '1' });
  expect(await answer).toMatchObject({ ok: false, error: { code: 'called-off' } });
});

it('closing the program calls its import off', async () => {
  const { startProcess, scripts } = waitingProcess();
  const { api, close } = await service(startProcess);
  const answer = api.import({ paths });
  await expect.poll(() => scripts.length).toBe(1);
  await close();
  expect(await answer).toMatchObject({ ok: false, error: { code: 'called-off' } });
});

it('what only a desktop can do is not here without one', async () => {
  const { api } = await service(waitingProcess().startProcess);
  for (const asked of [
    api.pickFiles({}),
    api.pickFolder({}),
    api.reveal({ what: 'log' }),
    api.moveData({ to: resolve('elsewhere') }),
  ])
    expect(await asked).toMatchObject({ ok: false, error: { code: 'not-here' } });
});
