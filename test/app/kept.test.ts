import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openKept } from '../../main/app/kept.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

it('what is kept is there at the next start', () => {
  const file = join(temporaryFolder(), 'window/windows.json');
  const first = openKept(file);
  first.kept.zoom = 1.5;
  first.kept.recent = [{ place: '#/wtsa/resolution/92', title: 'Resolution 92' }];
  first.writeNow();
  expect(openKept(file).kept).toEqual(first.kept);
});

it.each(['', 'nonsense', '{}', '{"zoom":"big"}', '[]'])(
  'a file that holds %s is as good as none',
  (text) => {
    const file = join(temporaryFolder(), 'windows.json');
    writeFileSync(file, text);
    expect(openKept(file).kept).toMatchObject({ hasEnded: true, windows: [], recent: [] });
  },
);

it('a folder that cannot be written to costs nobody their work', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const kept = openKept(join(folder, 'file/windows.json'));
  expect(() => kept.writeNow()).not.toThrow();
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('');
});
