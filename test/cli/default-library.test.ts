import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../fixtures/command.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** A project as it is after `npm ci`, with the resolutions for its only content: nothing built. */
function freshProject(): string {
  const folder = temporaryFolder();
  for (const part of ['main', 'content/resolutions', 'package.json']) {
    cpSync(join(projectFolder, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

const libraryOf = (project: string) => join(project, 'out', 'library.sqlite');

function search(project: string): { status: number | null; stdout: string; stderr: string } {
  const command = join(project, 'main', 'cli', 'recital.js');
  return spawnSync(process.execPath, [command, 'search', 'network slicing', '--json'], {
    encoding: 'utf8',
  });
}

describe('the default library', () => {
  test('is compiled at the first need, which one line says, and not again', () => {
    const project = freshProject();
    const first = search(project);
    expect(first.stderr).toMatch(/^recital: compiling the library [^\n]+\n$/);
    expect(JSON.parse(first.stdout)).toMatchObject({ total: 3 });
    expect(search(project)).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([2, -1])('is compiled again where its format is another (%i off)', (difference) => {
    const project = freshProject();
    search(project);
    const bytes = readFileSync(libraryOf(project));
    bytes.writeInt32BE(bytes.readInt32BE(60) + difference, 60);
    writeFileSync(libraryOf(project), bytes);
    const again = search(project);
    expect(again.stderr).toMatch(/^recital: compiling the library [^\n]+\n$/);
    expect(JSON.parse(again.stdout)).toMatchObject({ total: 3 });
  });

  test('that is damaged is left as it is, and one line says so', () => {
    const project = freshProject();
    search(project);
    writeFileSync(libraryOf(project), 'spoilt');
    const outcome = search(project);
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    expect(outcome.stderr).toMatch(/^recital: [^\n]+ cannot be read[^\n]+\n$/);
    expect(readFileSync(libraryOf(project), 'utf8')).toBe('spoilt');
  });

  test('is missing where there is no content to compile', () => {
    const project = freshProject();
    rmSync(join(project, 'content'), { recursive: true });
    const outcome = search(project);
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    expect(outcome.stderr).toMatch(/^recital: There is no library [^\n]+\n$/);
    expect(existsSync(join(project, 'out'))).toBe(false);
  });

  test('is not made from content that does not fit', () => {
    const project = freshProject();
    const file = join(project, 'content', 'resolutions', 'stray.txt');
    writeFileSync(file, 'A text without metadata.');
    const outcome = search(project);
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    expect(outcome.stderr.split('\n').at(-2)).toMatch(/^recital: .*stray\.yaml: is missing$/);
    expect(existsSync(libraryOf(project))).toBe(false);
  });
});
