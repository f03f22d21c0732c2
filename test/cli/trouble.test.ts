import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recital } from '../fixtures/command.ts';
import { compileResolutions } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** Runs a call that must fail: nothing on standard output, one line on standard error, which it answers. */
async function complaintOf(
  args: readonly string[],
  status: number,
  input?: Uint8Array,
): Promise<string> {
  const outcome = await recital(args, input);
  expect(outcome).toMatchObject({ status, out: '' });
  expect(outcome.err).toMatch(/^recital: [^\n]+\n$/);
  return outcome.err;
}

describe('a failure is one line and exit status 1', () => {
  test.each([
    ['parse', /There is no file/],
    ['cite', /There is no file/],
  ])('%s of a missing file', async (command, message) => {
    expect(await complaintOf([command, join(temporaryFolder(), 'x.txt')], 1)).toMatch(message);
  });

  test.each(['parse', 'cite'])('%s of a folder', async (command) => {
    expect(await complaintOf([command, temporaryFolder()], 1)).toMatch(/is a folder/);
  });

  test.each(['parse', 'cite'])('%s of what is no text', async (command) => {
    const file = join(temporaryFolder(), 'picture.txt');
    writeFileSync(file, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
    expect(await complaintOf([command, file, '--json'], 1)).toMatch(/text/);
  });

  test('cite of standard input that is no text', async () => {
    expect(await complaintOf(['cite'], 1, Buffer.from([0xff, 0xfe, 0xfd]))).toMatch(
      /not UTF-8 text/,
    );
  });

  test('parse of an empty file and of one in a format that is not read', async () => {
    const file = join(temporaryFolder(), 'letter.txt');
    writeFileSync(file, '');
    expect(await complaintOf(['parse', file], 1)).toContain('letter.txt');
    writeFileSync(file, Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'));
    expect(await complaintOf(['parse', file, '--json'], 1)).toContain('letter.txt');
  });

  test('a library that is missing, named with --library, is not made', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'library.sqlite');
    expect(await complaintOf(['search', 'x', '--library', file], 1)).toContain(file);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a library that is damaged, cut short or newer', async () => {
    const folder = temporaryFolder();
    const whole = await compileResolutions(folder);
    const file = join(folder, 'spoilt.sqlite');
    writeFileSync(file, 'not a library');
    expect(await complaintOf(['show', 'wtsa/resolution/92', '--library', file], 1)).toMatch(
      /not a library file/,
    );
    const bytes = readFileSync(whole);
    writeFileSync(file, bytes.subarray(0, 20_000));
    expect(await complaintOf(['suggest', 'x', '--library', file], 1)).toMatch(/cut short/);
    bytes.writeInt32BE(99, 60);
    writeFileSync(file, bytes);
    expect(await complaintOf(['search', 'x', '--library', file, '--json'], 1)).toMatch(
      /newer Recital/,
    );
  });

  test('an unknown work, record, actor or edition, and a malformed address', async () => {
    const library = ['--library', await compileResolutions(temporaryFolder())];
    expect(await complaintOf(['show', 'wtsa/resolution/9999', ...library], 1)).toMatch(/knows no/);
    expect(await complaintOf(['show', 'Resolution 92', ...library], 1)).toMatch(
      /is not an address/,
    );
    expect(await complaintOf(['show', 'body/nobody', ...library], 1)).toMatch(/knows no body/);
    expect(await complaintOf(['actions', '--actor', 'the-cook', ...library], 1)).toMatch(
      /no actor "the-cook"; it knows /,
    );
    expect(
      await complaintOf(['actions', '--edition', 'wtsa/resolution/92@1999', ...library], 1),
    ).toMatch(/has no edition 1999 here; it has 2024, 2016/);
  });

  test('build into a place that cannot be written leaves nothing behind', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), 'in the way');
    expect(await complaintOf(['build', '--out', join(folder, 'file', 'l.sqlite')], 1)).toMatch(
      /cannot be written/,
    );
    mkdirSync(join(folder, 'folder.sqlite', 'inside'), { recursive: true });
    expect(await complaintOf(['build', '--out', join(folder, 'folder.sqlite')], 1)).toMatch(
      /cannot be written/,
    );
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'folder.sqlite']);
  });

  test('build of a folder without content leaves the old library', async () => {
    const folder = temporaryFolder();
    const file = await compileResolutions(temporaryFolder());
    const before = readFileSync(file);
    expect(await complaintOf(['build', folder, '--out', file], 1)).toContain('resolutions');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('serve on a port in use', async () => {
    const library = await compileResolutions(temporaryFolder());
    const { createServer } = await import('node:net');
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    try {
      const args = ['serve', '--port', String(port), '--library', library, '--json'];
      const outcome = await recital(args);
      expect(outcome).toMatchObject({ status: 1, out: '' });
      expect(outcome.err).toMatch(/^recital: [^\n]+\n$/);
    } finally {
      await new Promise((resolve) => taken.close(resolve));
    }
  });
});

describe('a wrong call is exit status 2', () => {
  test.each([
    [['fly']],
    [['search']],
    [['show']],
    [['parse']],
    [['search', 'x', '--limit', '0']],
    [['search', 'x', '--limit', 'ten']],
    [['search', 'x', '--year', '20']],
    [['search', 'x', '--sort', 'colour']],
    [['suggest', 'x', '--limit', '21']],
    [['search', 'x', '--colour', 'blue']],
    [['show', 'a', 'b']],
    [['actions', 'itu-t-sg-13']],
    [['serve', '--port', '70000']],
    [['search', 'x', '--library']],
  ])('recital %j', async (args) => {
    expect(await complaintOf(args, 2)).not.toContain('error:');
  });

  test('recital alone prints how it is used', async () => {
    const outcome = await recital([]);
    expect(outcome).toMatchObject({ status: 2, out: '' });
    expect(outcome.err).toContain('Usage: recital');
  });

  test('asking for help or for the version is no failure', async () => {
    expect(await recital(['--help'])).toMatchObject({ status: 0, err: '' });
    expect((await recital(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('every sub-command is in the help, with the options for all of them', async () => {
    const { out } = await recital(['--help']);
    const names = [
      'parse',
      'cite',
      'build',
      'search',
      'suggest',
      'show',
      'actions',
      'import',
      'serve',
    ];
    for (const name of names) expect(out).toContain(name);
    expect((await recital(['search', '--help'])).out).toMatch(
      /--library <file>[^]*--json|--json[^]*--library <file>/,
    );
  });
});

describe('the name of a library', () => {
  test('may look like an address of another kind', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'file:library?mode=rwc.sqlite');
    copyFileSync(await compileResolutions(folder), file);
    expect((await recital(['suggest', 'res', '--library', file])).status).toBe(0);
  });
});
