import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../main/service/import/find-files.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const usual = { maxFiles: 50_000, maxFolderDepth: 64 };

/** A folder with empty files of these names. */
function folderOf(names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  return folder;
}

async function found(folder: string, limits = usual): Promise<string[]> {
  const files = await findFiles([folder], limits);
  return files.map(({ file, error }) =>
    error === null ? relative(folder, file) : `${relative(folder, file)}: ${error.code}`,
  );
}

describe('finding files', () => {
  test('gives what folders hold, in the order of names, however deep', async () => {
    const folder = folderOf(['b/2.docx', 'b/1.pdf', 'a.txt', 'c/d/e/f.html']);
    expect(await found(folder)).toEqual(['a.txt', 'b/1.pdf', 'b/2.docx', 'c/d/e/f.html']);
  });

  test('passes over hidden files, what systems leave, and what is no document', async () => {
    const folder = folderOf([
      '.hidden.txt',
      '.git/config.txt',
      '~$open.docx',
      'Thumbs.db',
      'desktop.ini',
      '__MACOSX/a.txt',
      'metadata.yaml',
      'script.js',
      'read.me',
    ]);
    expect(await found(folder)).toEqual(['read.me']);
  });

  test('takes a file that is named itself, whatever its name', async () => {
    const folder = folderOf(['.hidden.yaml']);
    const file = join(folder, '.hidden.yaml');
    expect(await findFiles([file], usual)).toEqual([{ file, error: null }]);
  });

  test('ends where links lead in a circle, and passes over those that lead nowhere', async () => {
    const folder = folderOf(['a/1.txt']);
    symlinkSync(folder, join(folder, 'a', 'back'));
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    symlinkSync(join(folder, 'nothing'), join(folder, 'dead.txt'));
    symlinkSync(join(folder, 'a', '1.txt'), join(folder, 'c.txt'));
    expect(await found(folder)).toEqual(['a/1.txt', 'c.txt']);
  });

  test('says of a place that is not there, and of a folder with nothing in it', async () => {
    const folder = folderOf(['.hidden']);
    const missing = join(folder, 'missing');
    expect(await findFiles([folder, missing], usual)).toMatchObject([
      { file: folder, error: { code: 'file-missing' } },
      { file: missing, error: { code: 'file-missing' } },
    ]);
  });

  test('stops at a bound, and says so', async () => {
    const folder = folderOf(['1.txt', '2.txt', '3.txt', '4.txt']);
    expect(await found(folder, { ...usual, maxFiles: 2 })).toEqual([
      '1.txt',
      '2.txt',
      '3.txt: too-many-files',
    ]);
  });

  test('looks no deeper than a bound, and says so', async () => {
    const folder = folderOf(['a/b/c/1.txt', 'a/2.txt']);
    expect(await found(folder, { ...usual, maxFolderDepth: 1 })).toEqual([
      'a/2.txt',
      'a/b: too-deep',
    ]);
  });

  test('finds ten thousand in one folder', async () => {
    const folder = temporaryFolder();
    execFileSync('sh', ['-c', 'seq -f %g.txt 10000 | xargs touch'], { cwd: folder });
    expect(await found(folder)).toHaveLength(10_000);
  });
});
