import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Result } from '../../main/contract/failure.ts';
import { openLibrary, type LibraryReader } from '../../main/library/index.ts';
import { openOwnLibrary, upgradeOwnLibrary } from '../../main/library/writers.ts';
import { createOwnNaming } from '../../main/service/own-naming.ts';
import { asEdition, naming, older } from '../fixtures/documents.ts';
import { openUntilDone, writeLibrary } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const upgrader = join(import.meta.dirname, '../fixtures/upgrader.ts');

/** An own library that an older Recital wrote, with five documents. */
function olderOwn(format = 5): string {
  const packed = join(import.meta.dirname, `../frozen/format-${format}/library.sqlite.gz`);
  const file = join(temporaryFolder(), 'data', 'library.sqlite');
  mkdirSync(dirname(file));
  writeFileSync(file, gunzipSync(readFileSync(packed)));
  return file;
}

/** Which files lie in its folder. */
const beside = (file: string): string[] => readdirSync(dirname(file)).toSorted();

function upgrade(file: string) {
  const own = createOwnNaming();
  const far: [number, number][] = [];
  const result = upgradeOwnLibrary({
    file,
    naming: own,
    meet: own.meet,
    far: (done, total) => far.push([done, total]),
  });
  return { result, far };
}

/** Reads an own library beside a compiled one that holds something else. */
async function read(own: string): Promise<LibraryReader> {
  const compiled = join(temporaryFolder(), 'library.sqlite');
  await writeLibrary(compiled, [older]);
  return openUntilDone([compiled], own);
}

const outcomeOf = (result: Result<boolean>): string =>
  result.ok ? 'brought up to date' : result.error.code;

const ownEditions = (library: LibraryReader): number =>
  library.editions().filter(({ isOwn }) => isOwn).length;

describe('bringing an own library up to date', () => {
  test('leaves nothing but the new one, and has nothing to do the next time', async () => {
    const file = olderOwn();
    const { result, far } = upgrade(file);
    expect(result).toEqual({ ok: true, value: true });
    // Five are written, and then proved.
    expect(far).toEqual(Array.from({ length: 10 }, (_none, at) => [at + 1, 10]));
    expect(beside(file)).toEqual(['library.sqlite']);
    const library = await read(file);
    expect(library.trouble()).toBeNull();
    expect(ownEditions(library)).toBe(5);
    expect(upgrade(file).result).toEqual({ ok: true, value: false });
  });

  test('is noticed by whoever reads: what was left out is there at once', async () => {
    const file = olderOwn();
    const library = await read(file);
    expect(library.trouble()?.code).toBe('library-older');
    expect(library.trouble()?.message).toContain('brought up to date');
    expect(ownEditions(library)).toBe(0);
    const before = library.state();
    upgrade(file);
    expect(library.trouble()).toBeNull();
    expect(ownEditions(library)).toBe(5);
    expect(library.state()).not.toBe(before);
  });

  test('can be followed by more imports', async () => {
    const file = olderOwn(2);
    upgrade(file);
    const writer = openOwnLibrary(file, naming);
    if (!writer.ok) throw new Error(writer.error.message);
    expect(writer.value.add(asEdition(older))).toEqual({ ok: true, value: 'added' });
    writer.value.close();
    expect((await read(file)).editionsByFile().size).toBeGreaterThan(5);
  });

  test.each([1, 3, 5, 6, 8, 10])(
    'that is killed at step %i of 10 leaves the older one, which the next start takes on',
    async (step) => {
      const file = olderOwn();
      const killed = spawnSync(process.execPath, [upgrader, file, String(step)]);
      expect(killed.signal).toBe('SIGKILL');
      expect((await read(file)).trouble()?.code).toBe('library-older');
      expect(upgrade(file).result).toEqual({ ok: true, value: true });
      expect(beside(file)).toEqual(['library.sqlite']);
      expect(ownEditions(await read(file))).toBe(5);
    },
  );

  test('by two Recitals at once is done by one of them', async () => {
    const file = olderOwn();
    const both = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<string>((resolve, reject) => {
            let said = '';
            const child = spawn(process.execPath, [upgrader, file]);
            child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
            child.on('error', reject).on('close', () => resolve(said));
          }),
      ),
    );
    expect(both).toContain('{"ok":true,"value":true}');
    for (const said of both) expect(said).toMatch(/"value":(?:true|false)|"code":"not-writable"/);
    expect(ownEditions(await read(file))).toBe(5);
  });

  test('waits for a better moment while another program has it open', async () => {
    const file = olderOwn();
    const other = new Database(file);
    onTestFinished(() => void other.close());
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM editions').get();
    const { result } = upgrade(file);
    expect(result).toMatchObject({ ok: false, error: { code: 'not-writable' } });
    expect(result.ok ? '' : result.error.message).toContain('in use by another program');
    other.close();
    expect(upgrade(file).result).toEqual({ ok: true, value: true });
  });
});

describe('an own library that is not as an older Recital wrote it', () => {
  test.each([
    [
      'has a table that is none of ours',
      `DROP TABLE paragraphs; CREATE TABLE paragraphs (id INTEGER PRIMARY KEY, edition_id INTEGER, text TEXT)`,
    ],
    [
      'has a view in place of a table',
      `ALTER TABLE actors RENAME TO others;
       CREATE VIEW actors AS SELECT section_id, position, actor, is_addressee FROM others`,
    ],
    [
      'does something of its own when it is changed',
      `CREATE TRIGGER sly AFTER UPDATE ON works BEGIN DELETE FROM editions; END`,
    ],
  ])('and %s is refused, and left as it is', (_why, sql) => {
    const file = olderOwn();
    const connection = new Database(file);
    connection.exec(sql);
    connection.close();
    expect(upgrade(file).result).toMatchObject({ ok: false, error: { code: 'library-damaged' } });
    expect(beside(file)).toEqual(['library.sqlite']);
    const again = new Database(file, { readonly: true });
    onTestFinished(() => void again.close());
    expect(again.pragma('user_version', { simple: true })).toBe(5);
    expect(again.prepare('SELECT count(*) FROM editions').pluck().get()).toBe(5);
  });

  test('since it was cut short or spoilt is refused, or brought up to date whole', () => {
    const whole = readFileSync(olderOwn());
    const outcomes = new Set<string>();
    for (let page = 1; page < whole.length / 4096; page += 4) {
      const spoilt = Buffer.from(whole);
      spoilt.fill(0xa5, page * 4096, (page + 1) * 4096);
      const file = olderOwn();
      writeFileSync(file, spoilt);
      const { result } = upgrade(file);
      outcomes.add(outcomeOf(result));
      writeFileSync(file, whole);
      truncateSync(file, page * 4096);
      outcomes.add(outcomeOf(upgrade(file).result));
    }
    expect([...outcomes].toSorted()).toEqual(['brought up to date', 'library-damaged']);
  });

  test('is nobody\u2019s concern where it is of a newer format, of another program, or missing', () => {
    const file = olderOwn();
    const bytes = readFileSync(file);
    bytes.writeInt32BE(99, 60);
    writeFileSync(file, bytes);
    expect(upgrade(file).result).toEqual({ ok: true, value: false });
    writeFileSync(file, 'Dear colleagues');
    expect(upgrade(file).result).toEqual({ ok: true, value: false });
    expect(upgrade(join(temporaryFolder(), 'none')).result).toEqual({ ok: true, value: false });
    expect(openLibrary({ compiled: [file], own: null }).ok).toBe(false);
  });
});
