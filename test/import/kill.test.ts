import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { launcher } from '../fixtures/command.ts';
import { bundledOnce, person, valueOf, type Person } from './importing.ts';
import { writeResolution } from './small-documents.ts';

const bundled = bundledOnce();
const fileCount = 30;
const provisionsEach = 43;

/** Imports in a group of processes of its own and kills them all once so many files are done. */
function importAndKill(ada: Person, afterFiles: number, afterMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = [launcher, 'import', ada.files, '--json', '--library', bundled.file()];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, RECITAL_DATA: ada.data },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    let said = '';
    let isDoomed = false;
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      if (isDoomed || !said.includes(`\n${afterFiles} of ${fileCount} `)) return;
      isDoomed = true;
      // Not between two files, where the last line came from, but somewhere after it.
      setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`The import ended before it was killed: ${said}`));
    });
  });
}

describe('an import that is killed', () => {
  test('leaves a library of whole documents, to which the rest can be added', async () => {
    const ada = person(bundled.file());
    const says = Array.from({ length: 40 }, (_none, at) => `to paint buoy ${at} of them all`);
    for (let number = 100; number < 100 + fileCount; number += 1)
      writeResolution(ada.files, `${number}.txt`, { number, says });

    let before = 0;
    for (const moment of [2, 12]) {
      await importAndKill(ada, moment, Math.random() * 12);
      const { api, ownLibraryTrouble, close } = ada.open();
      expect(ownLibraryTrouble()).toBeNull();
      const { editions } = valueOf(await api.catalogue({}));
      const own = editions.filter(({ isOwn }) => isOwn);
      expect(own.length).toBeGreaterThanOrEqual(before);
      before = own.length;
      for (const { edition, provisionCount } of own) {
        expect(provisionCount).toBe(provisionsEach);
        const shown = valueOf(await api.show({ address: edition }));
        expect(shown.kind === 'edition' && shown.sections.at(-1)?.provisions).toHaveLength(1);
      }
      // What search finds is neither more nor less than what is there.
      const found = valueOf(await api.search({ query: 'paint buoy', body: 'pp' }));
      expect(found.total).toBe(40 * own.length);
      close();
    }
    expect(before).toBeGreaterThan(0);
    expect(valueOf(await ada.import([ada.files])).every(({ ok }) => ok)).toBe(true);
    const { counts } = valueOf(await ada.open().api.about({}));
    expect(counts.editions).toBe(fileCount + 3);
  }, 60_000);
});
