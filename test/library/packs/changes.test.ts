import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { StructuredDocument } from '../../../main/contract/document.ts';
import type { PackManifest } from '../../../main/contract/packs.ts';
import type { LibraryRecord } from '../../../main/contract/records.ts';
import { proveLibrary, unpackPack } from '../../../main/library/packs/index.ts';
import { forge, sha256, takeApart } from '../../fixtures/damaged-packs.ts';
import { naming, newer, older, other } from '../../fixtures/documents.ts';
import { makePack, type MadePack } from '../../fixtures/packs.ts';
import {
  chapters,
  handbook,
  naming56,
  records,
  term,
  wtsa,
  y3101,
} from '../../fixtures/records.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

interface Content {
  readonly documents: readonly StructuredDocument[];
  readonly records?: readonly LibraryRecord[];
}

/** A whole pack, and a pack of what changed from it. */
async function versions(
  before: Content,
  after: Content,
): Promise<{ first: MadePack; second: MadePack }> {
  const first = await makePack({ ...before, version: '1' });
  const second = await makePack({ ...after, version: '2', from: first.file });
  return { first, second };
}

const unpackTo = (pack: string, from?: string) => {
  const folder = temporaryFolder();
  const to = join(folder, 'library.sqlite');
  return {
    folder,
    to,
    unpacked: unpackPack(pack, { to, naming, ...(from !== undefined && { from }) }),
  };
};

const linesOf = (file: string): string[] =>
  zstdDecompressSync(takeApart(file).content).toString().trim().split('\n');

const cases: [string, Content, Content][] = [
  ['an edition more', { documents: [other, older] }, { documents: [other, older, newer] }],
  ['an edition less', { documents: [other, older, newer] }, { documents: [older, newer] }],
  [
    'another word in an edition',
    { documents: [older, newer] },
    {
      documents: [
        { ...older, identity: { ...older.identity, title: 'Lighthouses and their keepers' } },
        newer,
      ],
    },
  ],
  [
    'records more, less, otherwise and in another order',
    { documents: [older], records: [naming56, y3101, wtsa, handbook, ...chapters] },
    {
      documents: [older],
      records: [term, { ...wtsa, name: 'The Assembly' }, y3101, handbook, chapters[0]!],
    },
  ],
  [
    'records that changed places',
    { documents: [older], records: [naming56, y3101, wtsa, term] },
    { documents: [older], records: [term, y3101, naming56, wtsa] },
  ],
  ['everything', { documents: [other] }, { documents: [older, newer], records }],
];

test.each(cases)('changes lead to the very library: %s', async (_what, before, after) => {
  const { first, second } = await versions(before, after);
  const { to, unpacked, folder } = unpackTo(second.file, first.library);
  expect(await unpacked).toMatchObject({
    ok: true,
    value: { sha256: second.manifest.library.sha256 },
  });
  expect(readFileSync(to).equals(readFileSync(second.library))).toBe(true);
  expect(proveLibrary(to, second.manifest)).toEqual({ ok: true, value: undefined });
  expect(readdirSync(folder)).toEqual(['library.sqlite']);
});

test('only what changed is carried', async () => {
  const documents = [other, older, newer];
  const changed: LibraryRecord = { ...term, abbreviation: 'NEW' };
  const { first, second } = await versions(
    { documents, records },
    { documents, records: records.map((each) => (each === term ? changed : each)) },
  );
  const [beginning, ...changes] = linesOf(second.file);
  expect(JSON.parse(beginning!)).toEqual({ changes: 1, removed: [] });
  expect(changes.map((line) => JSON.parse(line).record.address)).toEqual([term.address]);
  expect(second.manifest.content).toMatchObject({
    kind: 'changes',
    from: { version: '1', contents: first.manifest.library.contents },
  });
  expect(statSync(second.file).size).toBeLessThan(statSync(first.file).size);
});

test('changes apply to the version that they name, and to nothing else', async () => {
  const { second } = await versions({ documents: [older] }, { documents: [older, newer] });
  const another = await makePack({ documents: [other] });
  const none = unpackTo(second.file);
  expect(await none.unpacked).toMatchObject({ error: { code: 'pack-does-not-apply' } });
  const wrong = unpackTo(second.file, another.library);
  expect(await wrong.unpacked).toMatchObject({ error: { code: 'pack-does-not-apply' } });
  expect(readdirSync(wrong.folder)).toEqual([]);
});

test('a library that says the same, laid out otherwise, is one that changes apply to', async () => {
  const { second } = await versions({ documents: [older] }, { documents: [older, newer] });
  const same = await makePack({ documents: [older] });
  // As a later program might write it: the same content in a file of other bytes.
  const file = join(temporaryFolder(), 'library.sqlite');
  const bytes = readFileSync(same.library);
  bytes.writeUInt32BE(bytes.readUInt32BE(96) + 1, 96);
  writeFileSync(file, bytes);
  expect(await unpackTo(second.file, file).unpacked).toMatchObject({ ok: true });
});

test('what a later program lays out otherwise is taken for what it says, and its own digest is told', async () => {
  const { first, second } = await versions({ documents: [older] }, { documents: [older, newer] });
  const { manifest } = second;
  const said = { ...manifest, library: { ...manifest.library, sha256: '0'.repeat(64), bytes: 1 } };
  const file = join(temporaryFolder(), 'later.recital');
  writeFileSync(file, forge(said, takeApart(second.file).content));
  const { to, unpacked } = unpackTo(file, first.library);
  expect(await unpacked).toMatchObject({
    ok: true,
    value: { bytes: statSync(second.library).size, sha256: manifest.library.sha256 },
  });
  expect(proveLibrary(to, said)).toEqual({ ok: true, value: undefined });
});

test('applying changes tells how far it is, to the end', async () => {
  const { first, second } = await versions({ documents: [older] }, { documents: [older, newer] });
  const shares: number[] = [];
  const unpacked = await unpackPack(second.file, {
    to: join(temporaryFolder(), 'library.sqlite'),
    from: first.library,
    naming,
    progress: (far, total) => shares.push(far / total),
  });
  expect(unpacked.ok).toBe(true);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test('changes are made from a whole pack of the same identity', async () => {
  const { second } = await versions({ documents: [older] }, { documents: [older, newer] });
  await expect(makePack({ version: '3', from: second.file })).rejects.toThrow('name a whole pack');
  const first = await makePack({ identity: 'harbours', version: '1' });
  await expect(makePack({ version: '3', from: first.file })).rejects.toThrow('not lighthouses');
});

test('changes lead to a newer version', async () => {
  const first = await makePack({ version: '2' });
  await expect(makePack({ version: '1.9', from: first.file, documents: [older] })).rejects.toThrow(
    'leads from version 2 to 1.9',
  );
});

/** The pack of changes with other lines, and everything that fits them. */
function withLines({ file, manifest }: MadePack, lines: readonly string[]): string {
  const text = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const content = zstdCompressSync(text);
  const said: PackManifest = {
    ...manifest,
    content: {
      ...manifest.content,
      bytes: content.length,
      sha256: sha256(content),
      length: text.length,
    } as PackManifest['content'],
  };
  const forged = join(temporaryFolder(), 'forged.recital');
  expect(file).not.toBe(forged);
  writeFileSync(forged, forge(said, content));
  return forged;
}

test('hostile changes are refused, each for its own reason, and nothing is left', async () => {
  const { first, second } = await versions(
    { documents: [older], records: [wtsa] },
    { documents: [older, newer], records: [wtsa, term] },
  );
  const [beginning, edition, record] = linesOf(second.file) as [string, string, string];
  const script = record.replace(
    '"sources":[',
    '"sources":[{"id":"a","title":"a","url":"javascript:alert(1)","address":null},',
  );
  const misplaced = edition.replace('"wtsa/resolution/7"', '"wtsa/resolution/8"');
  const hostile: [string, readonly string[], string][] = [
    ['nothing', [''], 'have a line that is no JSON object'],
    ['no beginning', [edition, record], 'do not begin as changes do'],
    ['no JSON', [beginning, '{"edition":'], 'have a line that is no JSON object'],
    ['a list', [beginning, '[]'], 'have a line that is no JSON object'],
    ['an edition left out', [beginning, record], 'lack wtsa/resolution/7@2024'],
    ['an edition twice', [beginning, edition, edition, record], 'does not list in that place'],
    ['another work', [beginning, misplaced, record], 'lack wtsa/resolution/7@2024'],
    [
      'an edition that is none',
      [beginning, '{"edition":{}}'],
      'have an edition that lacks document',
    ],
    ['a record that is none', [beginning, edition, '{"record":7}'], 'have a record that'],
    ['a script', [beginning, edition, script], 'url is no page of the network'],
    ['a record twice', [beginning, edition, record, record], 'put two records in one place'],
    [
      'a record left out',
      [beginning, edition],
      'what it makes is not what its manifest was made for',
    ],
    [
      'a word in an edition',
      [beginning, edition.replace('Lighthouses', 'Lighthousez'), record],
      'what it makes is not what its manifest was made for',
    ],
    [
      'a record that follows one that is not there',
      [beginning, edition, record.replace('"after":"body/wtsa"', '"after":"body/x"')],
      'what it makes is not what its manifest was made for',
    ],
    [
      'all records removed',
      [beginning.replace('[]', '["body/wtsa"]'), edition, record],
      'what it makes is not what its manifest was made for',
    ],
    [
      'provisions within provisions without end',
      [
        beginning,
        edition.replace(
          '"provisions":[]',
          `"provisions":${'[{"provisions":'.repeat(20_000)}[]${'}]'.repeat(20_000)}`,
        ),
        record,
      ],
      'its changes',
    ],
    [
      'two sections of one address',
      [
        beginning,
        edition.replace('"address":"instructs-itu-t-sg-13"', '"address":"considering"'),
        record,
      ],
      'its changes make no library',
    ],
  ];
  const mistaken: string[] = [];
  for (const [what, lines, reason] of hostile) {
    const { folder, unpacked } = unpackTo(withLines(second, lines), first.library);
    const result = await unpacked;
    const message = result.ok ? 'accepted' : result.error.message;
    if (!message.includes(reason) || readdirSync(folder).length > 0) {
      mistaken.push(`${what}: ${message} (and not ${reason})`);
    }
  }
  expect(mistaken).toEqual([]);
});
