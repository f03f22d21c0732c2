import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { recital } from '../fixtures/command.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { records } from '../fixtures/records.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const edition = 'wtsa/resolution/7@2024';

describe('recital export', () => {
  let library: string[];
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recital-cli-'));
    const file = join(folder, 'library.sqlite');
    await writeLibrary(file, undefined, records);
    library = ['--library', file];
    return () => rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => vi.unstubAllEnvs());

  const run = (...args: string[]) => recital(['export', ...args, ...library]);

  test.each([
    ['akn', /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<akomaNtoso [^]*<\/akomaNtoso>\n$/],
    ['md', /^# Lighthouses of the ITU/],
    ['html', /^<!doctype html>\n<html lang="en" dir="ltr">[^]*<\/html>\n$/],
    ['bibtex', /^@techreport\{wtsa-resolution-7-2024,\n/],
    ['ris', /^TY {2}- STAND\r\n/],
    ['csl', /^\[\n {2}\{\n {4}"id": "wtsa-resolution-7-2024"/],
  ])('prints %s and nothing else', async (format, expected) => {
    const { status, out, err } = await run(edition, '--format', format);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(expected);
    expect(await run(edition, '--format', format, '--out', '-')).toMatchObject({ out });
  });

  test('prints the handout of a tour', async () => {
    const { out } = await run('tour/harbour-walk', '--format', 'md');
    expect(out).toMatch(/^# A walk round the harbour\n\nHandout\n/);
  });

  test('with --json prints one value: the whole of it, or of what was written', async () => {
    const { out } = await run(edition, '--format', 'ris', '--json');
    expect(JSON.parse(out)).toMatchObject({
      name: 'wtsa-resolution-7-2024.ris',
      mediaType: 'application/x-research-info-systems; charset=utf-8',
      content: { text: expect.stringMatching(/^TY {2}- STAND\r\n/) },
    });
    const docx = JSON.parse((await run(edition, '--format', 'docx', '--json')).out) as {
      content: { base64: string };
    };
    expect(Buffer.from(docx.content.base64, 'base64').subarray(0, 2).toString()).toBe('PK');

    const file = join(temporaryFolder(), 'seven.ris');
    const written = await run(edition, '--format', 'ris', '--json', '--out', file);
    expect(JSON.parse(written.out)).toEqual({
      file,
      name: 'wtsa-resolution-7-2024.ris',
      mediaType: 'application/x-research-info-systems; charset=utf-8',
      bytes: readFileSync(file).length,
    });
  });

  test('writes a file in place of the one that is there, and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'seven.docx');
    writeFileSync(file, 'old words');
    const { status, out, err } = await run(edition, '--format', 'docx', '--out', file);
    const bytes = readFileSync(file);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(err).toBe(`${file}: ${bytes.length} bytes\n`);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(folder)).toEqual(['seven.docx']);
  });

  test('gives the same bytes again, however often', async () => {
    const [one, other] = await Promise.all([
      run(edition, '--format', 'html'),
      run(edition, '--format', 'html'),
    ]);
    expect(other.out === one.out).toBe(true);
  });

  test('puts no file for Word on a terminal', async () => {
    const script = 'Object.defineProperty(process.stdout,"isTTY",{value:true})';
    vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(script)}`);
    expect(await run(edition, '--format', 'docx')).toEqual({
      status: 1,
      out: '',
      err: 'recital: A docx file is no text for a terminal: name a file for it with --out.\n',
    });
  });

  test.each([
    ['wtsa/resolution/7@1999', 'md', /^recital: .*wtsa\/resolution\/7.*\n$/],
    ['body/itu-t-sg-13', 'md', /^recital: body\/itu-t-sg-13 has no form to go out in[^\n]*\n$/],
    ['Resolution 7', 'md', /^recital: "Resolution 7" is not an address[^\n]*\n$/],
  ])('fails with one line for %s as %s', async (address, format, line) => {
    const { status, out, err } = await run(address, '--format', format);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(line);
  });

  test('says in one line where it cannot write, and makes no folders', async () => {
    const folder = temporaryFolder();
    const missing = join(folder, 'no', 'seven.md');
    expect(await run(edition, '--format', 'md', '--out', missing)).toEqual({
      status: 1,
      out: '',
      err: `recital: ${missing} cannot be written (ENOENT).\n`,
    });
    expect(readdirSync(folder)).toEqual([]);
    mkdirSync(join(folder, 'folder'));
    const onFolder = await run(edition, '--format', 'md', '--out', join(folder, 'folder'));
    expect(onFolder.err).toMatch(/folder cannot be written \(it is a folder\)\.\n$/);
    expect(onFolder.status).toBe(1);
  });

  test.runIf(process.getuid?.() !== 0)('says so where it may not write', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    const file = join(folder, 'seven.md');
    const { status, err } = await run(edition, '--format', 'md', '--out', file);
    expect({ status, err }).toEqual({
      status: 1,
      err: `recital: ${file} cannot be written (EACCES).\n`,
    });
    chmodSync(folder, 0o700);
  });

  test.each([
    [['--format', 'md']],
    [[edition]],
    [[edition, '--format', 'pdf']],
    [[edition, 'too much', '--format', 'md']],
  ])('a wrong call ends with status 2: %j', async (args) => {
    const { status, out, err } = await run(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^recital: [^\n]+\n$/);
  });
});
