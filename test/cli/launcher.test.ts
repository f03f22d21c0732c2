import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
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

const launch = (folder: string, ...args: string[]): string =>
  spawnSync(process.execPath, [join(folder, 'main', 'cli', 'recital.js'), ...args], {
    encoding: 'utf8',
  }).stdout;

/** What V8 made of a built command, as it is kept. */
const compiledIn = (folder: string): string[] =>
  readdirSync(join(folder, 'out', 'command')).filter((name) => name.startsWith('main-1.js.'));

describe('what was built to start fast', () => {
  const main = 'main/cli/main.ts';

  /** A project whose sources and whose built command say which of them they are. */
  function builtProject(): string {
    const folder = emptyProject();
    const source = `export const run = () => console.log('from the sources');`;
    writeFileSync(join(folder, main), source);
    const built = join(folder, 'out', 'command');
    mkdirSync(built, { recursive: true });
    writeFileSync(join(built, 'package.json'), '{ "type": "commonjs" }');
    writeFileSync(join(built, 'main-1.js'), `exports.run = () => console.log('as built');`);
    const { size, mtimeMs } = statSync(join(folder, main));
    const digest = createHash('sha256').update(source).digest('hex');
    writeFileSync(join(built, 'made-of.txt'), `main-1.js\n${size} ${mtimeMs} ${digest} ${main}`);
    return folder;
  }

  test('is run while its sources are as they were, wherever they were copied', () => {
    const folder = builtProject();
    expect(launch(folder)).toBe('as built\n');
    utimesSync(join(folder, main), 1, 1);
    expect(launch(folder)).toBe('as built\n');
  });

  test('is left alone once a source is another, or gone', () => {
    const folder = builtProject();
    writeFileSync(join(folder, main), `export const run = () => console.log('from new sources');`);
    expect(launch(folder)).toBe('from new sources\n');
    // Of the same length: only the time and the bytes tell.
    const other = builtProject();
    writeFileSync(join(other, main), `export const run = () => console.log('from the SOURCES');`);
    utimesSync(join(other, main), 1, 1);
    expect(launch(other)).toBe('from the SOURCES\n');
    const third = builtProject();
    rmSync(join(third, 'out', 'command', 'made-of.txt'));
    expect(launch(third)).toBe('from the sources\n');
  });

  test('keeps compiled what a search ran, and nothing of what another command did', () => {
    const folder = builtProject();
    expect(launch(folder, 'show')).toBe('as built\n');
    expect(compiledIn(folder)).toEqual([]);
    expect(launch(folder, 'search')).toBe('as built\n');
    expect(compiledIn(folder)).toHaveLength(1);
    expect(launch(folder, 'search')).toBe('as built\n');
    expect(launch(folder, 'show')).toBe('as built\n');
  });

  test('runs all the same where what is kept is no use to this Node', () => {
    const folder = builtProject();
    launch(folder, 'search');
    const [compiled = ''] = compiledIn(folder);
    writeFileSync(join(folder, 'out', 'command', compiled), 'of another Node');
    expect(launch(folder, 'search')).toBe('as built\n');
  });

  test('loads what is not built in from the sources', () => {
    const folder = builtProject();
    writeFileSync(join(folder, 'main', 'cli', 'other.ts'), `export const said = 'by a source';`);
    writeFileSync(
      join(folder, 'out', 'command', 'main-1.js'),
      `exports.run = async () => console.log((await __loadSource('../../main/cli/other.ts')).said);`,
    );
    expect(launch(folder, 'search')).toBe('by a source\n');
    expect(launch(folder, 'search')).toBe('by a source\n');
  });
});
