import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Service } from '../../../main/service/index.ts';
import { openMended, openService } from '../../../main/service/index.ts';
import { originalOf } from '../../../main/service/packs/shipped.ts';
import { failureOf, found, light, packMachine, valueOf } from './machine-with-packs.ts';

/** What the check comes to. */
const checked = ({ api }: Service): Promise<string> =>
  vi.waitFor(
    async () => {
      const { state } = valueOf(await api.health({}));
      if (state === 'checking') throw new Error('It is being checked.');
      return state;
    },
    { timeout: 30_000 },
  );

/** Another byte in the middle of a file, deep in a page that nobody may read for a long time. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  const at = bytes.length - 100;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('the library that came with the program', () => {
  test('is sound as it was shipped, which is told once all of it was read', async () => {
    const service = (await packMachine()).open();
    expect(valueOf(await service.api.health({})).state).toBe('checking');
    expect(await checked(service)).toBe('sound');
  });

  test('is found damaged by a single byte, and put back as it was', async () => {
    const machine = await packMachine();
    const whole = readFileSync(machine.libraryFile);
    damage(machine.libraryFile);
    const service = machine.open();
    expect(await checked(service)).toBe('damaged');
    const { trouble } = valueOf(await service.api.health({}));
    expect(trouble?.code).toBe('library-damaged');

    valueOf(await service.api.repair({}));

    expect(await checked(service)).toBe('sound');
    expect(readFileSync(machine.libraryFile).equals(whole)).toBe(true);
    expect(await found(service, 'keep réseaux lit')).toBe(1);
  });

  test('is found damaged at once where its size is another', async () => {
    const machine = await packMachine();
    const whole = readFileSync(machine.libraryFile);
    const service = machine.open();
    writeFileSync(machine.libraryFile, Buffer.concat([whole, Buffer.alloc(4096)]));
    expect(valueOf(await service.api.health({})).state).toBe('damaged');
  });

  test('is put back before anything is read where it does not open at all', async () => {
    const machine = await packMachine();
    const request = {
      libraryFile: machine.libraryFile,
      dataFolder: machine.data,
      version: '0.1.0',
    };
    for (const spoil of [
      () => truncateSync(machine.libraryFile, 5000),
      () => rmSync(machine.libraryFile),
    ]) {
      spoil();
      expect(openService(request).ok).toBe(false);
      const service = valueOf(await openMended(request));
      expect(await found(service, 'keep réseaux lit')).toBe(1);
      await service.close();
    }
  });

  test('is put back among the person’s data where it cannot be written in its place', async () => {
    const machine = await packMachine();
    damage(machine.libraryFile);
    // No file can be made where a folder is.
    mkdirSync(`${machine.libraryFile}.${process.pid}.part`);
    const service = machine.open();
    valueOf(await service.api.repair({}));
    expect(await checked(service)).toBe('sound');
    const copies = machine.files();
    expect(copies).toEqual([expect.stringMatching(/^\.shipped\/[0-9a-f]{32}\.sqlite$/)]);
    const again = machine.open();
    expect(await checked(again)).toBe('sound');
    await again.checkAtStart();
    expect(machine.files()).toEqual(copies);
    // A program that brings another library needs it no more.
    await machine.update([light(7, 2016, 'lanterns of tallow')], '2026.2');
    const newer = machine.open();
    expect(await found(newer, 'tallow')).toBe(1);
    await newer.checkAtStart();
    expect(machine.files()).toEqual([]);
  });

  test('cannot be put back where the original is damaged too, and is left as it is', async () => {
    const machine = await packMachine();
    damage(machine.libraryFile);
    const before = readFileSync(machine.libraryFile);
    const service = machine.open();
    for (const spoil of [
      () => damage(originalOf(machine.libraryFile)),
      () => truncateSync(originalOf(machine.libraryFile), 100),
      () => rmSync(originalOf(machine.libraryFile)),
    ]) {
      spoil();
      expect(failureOf(await service.api.repair({}))).toBe('library-damaged');
      expect(readFileSync(machine.libraryFile).equals(before)).toBe(true);
    }
  });

  test('is not checked where nothing says what was shipped', async () => {
    const service = (await packMachine({ shipped: null })).open();
    expect(valueOf(await service.api.health({})).state).toBe('unchecked');
    expect(failureOf(await service.api.repair({}))).toBe('not-here');
  });
});
