import { expect, test } from 'vitest';
import { createJobs, type RunningJob } from '../../main/service/machine/jobs.ts';

const listed = async (jobs: ReturnType<typeof createJobs>) => {
  const answer = await jobs.jobs({});
  return answer.ok ? answer.value.jobs : [];
};
const job = { kind: 'verify', what: 'lamps.recital', unit: 'bytes' } as const;

test('a job is listed with how far it is, until it has ended', async () => {
  const jobs = createJobs();
  const { promise: end, resolve } = Promise.withResolvers<string>();
  const running = jobs.run(job, async ({ tell }) => {
    tell({ done: 1, total: 2 });
    tell({ done: 2, total: 4, what: 'lights.recital' });
    return end;
  });
  await Promise.resolve();
  expect(await listed(jobs)).toMatchObject([
    { kind: 'verify', what: 'lights.recital', done: 2, total: 4, unit: 'bytes' },
  ]);
  resolve('ended');
  expect(await running).toBe('ended');
  expect(await listed(jobs)).toEqual([]);
});

test('a job that fails is listed no more, and fails for whoever began it', async () => {
  const jobs = createJobs();
  const running = jobs.run(job, () => Promise.reject(new Error('broken')));
  await expect(running).rejects.toThrow('broken');
  expect(await listed(jobs)).toEqual([]);
});

test('one job is called off and no other; all are when the program closes, which waits for them', async () => {
  const jobs = createJobs();
  const off: string[] = [];
  const untilCalledOff =
    (name: string) =>
    ({ signal }: RunningJob): Promise<void> =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          off.push(name);
          resolve();
        });
      });
  const first = jobs.run(job, untilCalledOff('first'));
  jobs.run(job, untilCalledOff('second'));
  const [{ id } = { id: '' }] = await listed(jobs);
  await jobs.callOff({ id });
  await first;
  expect(off).toEqual(['first']);
  await jobs.close();
  expect(off).toEqual(['first', 'second']);
  // What comes too late is called off from the beginning.
  expect(await jobs.run(job, async ({ signal }) => signal.aborted)).toBe(true);
});
