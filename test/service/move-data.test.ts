import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunningJob } from '../../main/service/machine/jobs.ts';
import { copyData, tidyOldFolder, type Move } from '../../main/service/machine/move-data.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const content: Readonly<Record<string, string>> = {
  'library.sqlite': 'a library',
  'library.sqlite-wal': 'its log',
  'room.json': '{}',
  'tours/own-a.json': 'a tour',
  'packs/x/1.sqlite': 'a pack',
};
/** What belongs to the machine or the moment. */
const left: Readonly<Record<string, string>> = {
  'library.sqlite-shm': 'memory',
  'window/Cache/x': 'cache',
  'packs/lock': '1',
  'moved-to.txt': '/elsewhere',
  'tours/.own-a.json-1-1.part': 'half',
};

function dataFolder(): string {
  const folder = join(temporaryFolder(), 'data');
  for (const [path, text] of Object.entries({ ...content, ...left })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .toSorted()
    : [];

function job(callOffAfter = Infinity): RunningJob & { readonly told: number[] } {
  const calling = new AbortController();
  const told: number[] = [];
  return {
    told,
    signal: calling.signal,
    tell: ({ done = 0 }) => {
      if (told.push(done) >= callOffAfter) calling.abort();
    },
  };
}

async function move(from: string, to: string, running = job()) {
  let settled: Move | null = null;
  const answer = await copyData(from, to, running, async (each) => {
    settled = each;
  });
  return { answer, settled: settled as Move | null };
}

it('everything of the person’s is copied, and nothing of the machine’s', async () => {
  const from = dataFolder();
  const to = join(temporaryFolder(), 'new/data');
  const running = job();
  const { answer, settled } = await move(from, to, running);
  expect(answer).toEqual({ ok: true, value: null });
  expect(filesIn(to)).toEqual(Object.keys(content).toSorted());
  for (const [path, text] of Object.entries(content))
    expect(readFileSync(join(to, path), 'utf8')).toBe(text);
  expect(settled).toMatchObject({ from, to });
  expect(running.told).toEqual(running.told.toSorted((a, b) => a - b));
  // The old one is as it was.
  expect(filesIn(from)).toEqual(Object.keys({ ...content, ...left }).toSorted());
});

it('a folder that holds something else is refused and left alone', async () => {
  const from = dataFolder();
  const to = temporaryFolder();
  writeFileSync(join(to, 'mine.txt'), 'mine');
  const { answer, settled } = await move(from, to);
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  expect(settled).toBeNull();
  expect(filesIn(to)).toEqual(['mine.txt']);
});

it.each([
  ['in itself', (from: string) => join(from, 'inside')],
  ['to itself', (from: string) => from],
  ['around itself', (from: string) => dirname(from)],
  ['to a place that is not named whole', () => 'data'],
])('data is not moved %s', async (_where, toward) => {
  const from = dataFolder();
  const { answer } = await move(from, toward(from));
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  expect(existsSync(join(from, 'inside'))).toBe(false);
});

it('called off, the copy is gone and the data is where it was', async () => {
  const from = dataFolder();
  const to = join(temporaryFolder(), 'data');
  const { answer, settled } = await move(from, to, job(4));
  expect(answer).toMatchObject({ ok: false, error: { code: 'called-off' } });
  expect(settled).toBeNull();
  expect(existsSync(to)).toBe(false);
  expect(filesIn(from)).toHaveLength(10);
});

it('data that is written while it is copied is not moved half', async () => {
  const from = dataFolder();
  const to = join(temporaryFolder(), 'data');
  const running = job();
  let writes = 0;
  const { answer } = await move(from, to, {
    ...running,
    tell: () => {
      writes += 1;
      if (writes === 5) writeFileSync(join(from, 'tours/own-b.json'), 'another');
    },
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  expect(existsSync(to)).toBe(false);
});

it('where it cannot be settled the copy is gone', async () => {
  const from = dataFolder();
  const to = join(temporaryFolder(), 'data');
  const answer = await copyData(from, to, job(), async () => {
    throw Object.assign(new Error('no'), { code: 'EROFS' });
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  expect(existsSync(to)).toBe(false);
});

it('the old folder is tidied of what was copied, and of nothing that was changed since', async () => {
  const from = dataFolder();
  const to = join(temporaryFolder(), 'data');
  const { settled } = await move(from, to);
  if (settled === null) throw new Error('It was not moved.');
  writeFileSync(join(from, 'tours/own-a.json'), 'changed since');
  writeFileSync(join(from, 'new.txt'), 'new since');
  await tidyOldFolder(settled);
  expect(filesIn(from)).toEqual([...Object.keys(left), 'new.txt', 'tours/own-a.json'].toSorted());
  expect(filesIn(to)).toEqual(Object.keys(content).toSorted());
});

it('what has no copy any more stays in the old folder', async () => {
  const from = dataFolder();
  const to = join(temporaryFolder(), 'data');
  const { settled } = await move(from, to);
  if (settled === null) throw new Error('It was not moved.');
  // The stick was put in another machine, and somebody removed it there.
  rmSync(join(to, 'library.sqlite'));
  await tidyOldFolder(settled);
  expect(readFileSync(join(from, 'library.sqlite'), 'utf8')).toBe('a library');
});

it('data moves back to the usual folder, where the windows’ own things lie all along', async () => {
  const from = dataFolder();
  const to = temporaryFolder();
  mkdirSync(join(to, 'window'));
  writeFileSync(join(to, 'window/windows.json'), '{}');
  writeFileSync(join(to, 'moved-to.txt'), from);
  const own = ['moved-to.txt', 'window/windows.json'];
  expect((await move(from, to, job(4))).answer.ok).toBe(false);
  expect(filesIn(to)).toEqual(own);
  expect((await move(from, to)).answer).toEqual({ ok: true, value: null });
  expect(filesIn(to)).toEqual([...Object.keys(content), ...own].toSorted());
});

it('a folder in which nothing was written yet moves as well', async () => {
  const to = join(temporaryFolder(), 'data');
  const { answer, settled } = await move(join(temporaryFolder(), 'not there'), to);
  expect(answer).toEqual({ ok: true, value: null });
  expect(settled?.files).toEqual([]);
  expect(existsSync(to)).toBe(true);
});
