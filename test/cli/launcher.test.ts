import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launcher, projectFolder } from '../fixtures/command.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/**
 * Runs the launcher in a Node that says it is of another version, which is all that the launcher asks it. `folder` is
 * a project that holds the launcher and nothing else.
 */
function launchWith(version: string, folder: string) {
  const pretence = join(folder, 'pretend.mjs');
  writeFileSync(
    pretence,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
  );
  const script = join(folder, 'main', 'cli', 'recital.js');
  return spawnSync(process.execPath, ['--import', pretence, script, '--version'], {
    encoding: 'utf8',
  });
}

function emptyProject(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'main', 'cli'), { recursive: true });
  cpSync(launcher, join(folder, 'main', 'cli', 'recital.js'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return folder;
}

describe('the launcher', () => {
  test.each(['18.20.4', '20.19.0', '22.17.1'])(
    'says in one line that Node %s is too old',
    (version) => {
      const { status, stdout, stderr } = launchWith(version, emptyProject());
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^Recital needs Node 22\.18 or newer; this is [^\n]+\n$/);
      expect(stderr).toContain(`this is ${version}.`);
    },
  );

  test('goes on with the Node that the project has, and hands over its exit status', () => {
    const folder = emptyProject();
    const own = join(
      folder,
      'node_modules',
      'node',
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    );
    mkdirSync(dirname(own), { recursive: true });
    writeFileSync(own, '#!/bin/sh\necho "own node: $2"\nexit 7\n');
    chmodSync(own, 0o755);
    expect(launchWith('20.19.0', folder)).toMatchObject({
      status: 7,
      stdout: 'own node: --version\n',
    });
  });

  test('does not start another Node a second time', () => {
    const folder = emptyProject();
    const own = join(folder, 'node_modules', 'node', 'bin', 'node');
    mkdirSync(dirname(own), { recursive: true });
    // This "own Node" is as old as the one that starts it.
    writeFileSync(
      own,
      `#!/bin/sh\nexec "${process.execPath}" --import "${join(folder, 'pretend.mjs')}" "$@"\n`,
    );
    chmodSync(own, 0o755);
    const { status, stderr } = launchWith('20.19.0', folder);
    expect(status).toBe(1);
    expect(stderr.match(/Recital needs Node/g)).toHaveLength(1);
  });

  test('is reached through a link, as the package manager makes one', () => {
    const link = join(temporaryFolder(), 'recital');
    symlinkSync(launcher, link);
    const { status, stdout } = spawnSync(process.execPath, [link, '--version'], {
      encoding: 'utf8',
      cwd: projectFolder,
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
