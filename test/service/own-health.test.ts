import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { OwnHealth } from '../../main/contract/machine.ts';
import { openService, type Service } from '../../main/service/index.ts';
import { older } from '../fixtures/documents.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** A person whose own library an older Recital wrote, and something has happened to since. */
async function personWith(sql: string): Promise<Service> {
  const dataFolder = join(temporaryFolder(), 'data');
  mkdirSync(dataFolder);
  const own = join(dataFolder, 'library.sqlite');
  const packed = join(import.meta.dirname, '../frozen/format-5/library.sqlite.gz');
  writeFileSync(own, gunzipSync(readFileSync(packed)));
  const connection = new Database(own);
  connection.exec(sql);
  connection.close();
  const libraryFile = join(temporaryFolder(), 'library.sqlite');
  await writeLibrary(libraryFile, [older]);
  const opened = openService({ libraryFile, dataFolder, version: '0.0.0' });
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

async function ownHealth({ api }: Service): Promise<OwnHealth> {
  const health = await api.health({});
  if (!health.ok) throw new Error(health.error.message);
  return health.value.own;
}

test('an own library of an older Recital is left out until it was brought up to date', async () => {
  const service = await personWith('');
  expect(await ownHealth(service)).toMatchObject({
    isUpgrading: false,
    trouble: { code: 'library-older' },
  });
  const upgraded = service.upgradeOwn();
  expect((await ownHealth(service)).isUpgrading).toBe(true);
  expect(await upgraded).toEqual({ ok: true, value: true });
  expect(await ownHealth(service)).toEqual({ isUpgrading: false, trouble: null });
});

test('an own library that could not be brought up to date says why not', async () => {
  const service = await personWith(
    'CREATE TRIGGER sly AFTER UPDATE ON works BEGIN DELETE FROM editions; END',
  );
  const upgraded = await service.upgradeOwn();
  expect(upgraded).toMatchObject({ ok: false, error: { code: 'library-damaged' } });
  expect(await ownHealth(service)).toEqual({
    isUpgrading: false,
    trouble: upgraded.ok ? null : upgraded.error,
  });
});

test('bringing it up to date that was called off says so', async () => {
  const service = await personWith('');
  const upgraded = service.upgradeOwn();
  const job = await vi.waitFor(async () => {
    const jobs = await service.api.jobs({});
    const found = jobs.ok ? jobs.value.jobs.find(({ kind }) => kind === 'upgrade') : undefined;
    if (found === undefined) throw new Error('It has not begun.');
    return found;
  });
  await service.api.callOff({ id: job.id });
  expect(await upgraded).toMatchObject({ ok: false, error: { code: 'called-off' } });
  expect((await ownHealth(service)).trouble?.code).toBe('called-off');
});
