import { createPublicKey, verify } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  hashFile,
  newSigningKey,
  readKeptHead,
  readPackHead,
  readSigningKey,
  signPack,
  unpackPack,
  verifyPack,
  writePack,
} from '../../../main/library/packs/index.ts';
import { sha256, takeApart } from '../../fixtures/damaged-packs.ts';
import { naming, newer, older, other } from '../../fixtures/documents.ts';
import { writeLibrary } from '../../fixtures/library.ts';
import { makePack, newKey } from '../../fixtures/packs.ts';
import { records } from '../../fixtures/records.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

test('a pack is what its README says, byte by byte', async () => {
  const key = newKey();
  const { file, library } = await makePack({ key });
  const { header, manifest, signature, content } = takeApart(file);
  expect(header.toString('latin1', 0, 8)).toBe('\u0089RCTP\r\n\u001a');
  expect(header.readUInt32BE(8)).toBe(1);
  expect(header.readUInt32BE(12)).toBe(manifest.length);
  expect(header.readUInt32BE(16)).toBe(96);
  expect(header.readUInt32BE(20)).toBe(0);
  expect(Number(header.readBigUInt64BE(24))).toBe(content.length);
  expect(header.toString('hex', 32, 64)).toBe(sha256(manifest));
  const said = JSON.parse(manifest.toString('utf8'));
  expect(Object.keys(said)).toEqual(Object.keys(said).toSorted());
  expect(said).toMatchObject({
    format: 1,
    identity: 'lighthouses',
    languages: ['en'],
    editions: [{ edition: 'wtsa/resolution/7@2016' }, { edition: 'wtsa/resolution/7@2024' }],
    records: [],
    counts: { works: 1, editions: 2 },
    library: { bytes: statSync(library).size, sha256: sha256(readFileSync(library)) },
    content: { kind: 'whole', coding: 'zstd', bytes: content.length, sha256: sha256(content) },
  });
  expect(sha256(zstdDecompressSync(content))).toBe(said.library.sha256);
  expect(said.key).toBe(sha256(signature.subarray(0, 32)).slice(0, 32));
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: signature.toString('base64url', 0, 32) },
    format: 'jwk',
  });
  expect(verify(null, header, publicKey, signature.subarray(32))).toBe(true);
});

test('the same library, words and key give the same bytes', async () => {
  const key = newKey();
  const [one, two] = [await makePack({ key }), await makePack({ key })];
  expect(readFileSync(two.file).equals(readFileSync(one.file))).toBe(true);
});

test('what is taken out of a pack is the library that went in, and nothing else is left behind', async () => {
  const { file, library } = await makePack({ documents: [other, older, newer], records });
  const folder = temporaryFolder();
  const to = join(folder, 'library.sqlite');
  const unpacked = await unpackPack(file, { to, naming });
  expect(unpacked).toMatchObject({ ok: true, value: { bytes: statSync(library).size } });
  expect(readFileSync(to).equals(readFileSync(library))).toBe(true);
  expect(readdirSync(folder)).toEqual(['library.sqlite']);
});

test('a library is never written over', async () => {
  const { file } = await makePack();
  const to = join(temporaryFolder(), 'library.sqlite');
  writeFileSync(to, 'Mine.');
  const unpacked = await unpackPack(file, { to, naming });
  expect(unpacked).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  expect(readFileSync(to, 'utf8')).toBe('Mine.');
});

test('verifying tells how far it is, up to the length of the file', async () => {
  const { file } = await makePack();
  const seen: [number, number][] = [];
  const verified = await verifyPack(file, { progress: (far, total) => seen.push([far, total]) });
  expect(verified.ok).toBe(true);
  const size = statSync(file).size;
  expect(seen.at(-1)).toEqual([size, size]);
});

test('verifying and unpacking can be called off, and leave nothing', async () => {
  const { file } = await makePack();
  const folder = temporaryFolder();
  const to = join(folder, 'library.sqlite');
  const callOff = new AbortController();
  const watch = { signal: callOff.signal, progress: () => callOff.abort() };
  expect(await verifyPack(file, { signal: AbortSignal.abort() })).toMatchObject({
    ok: false,
    error: { code: 'called-off' },
  });
  // Called off once a part of it was read, it is seen before the next: a pack of one part is whole by then.
  const unpacked = await unpackPack(file, { to, naming, signal: AbortSignal.abort() });
  expect(unpacked).toMatchObject({ ok: false, error: { code: 'called-off' } });
  expect(readdirSync(folder)).toEqual([]);
  await verifyPack(file, watch);
  expect(callOff.signal.aborted).toBe(true);
});

test('a pack that is no file, or is not there, is told as such', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a.recital'));
  expect(await readPackHead(join(folder, 'a.recital'))).toMatchObject({
    error: { code: 'file-unreadable' },
  });
  expect(await verifyPack(join(folder, 'b.recital'))).toMatchObject({
    error: { code: 'file-missing' },
  });
  expect(await hashFile(join(folder, 'b.recital'))).toMatchObject({
    error: { code: 'file-missing' },
  });
});

test('what is kept of a pack is checked again, signature and all', async () => {
  const key = newKey();
  const { file, manifest } = await makePack({ key });
  const head = await readPackHead(file);
  if (!head.ok) throw new Error(head.error.message);
  expect(await readKeptHead(head.value.bytes)).toMatchObject({
    ok: true,
    value: { manifest, key: { id: key.id } },
  });
  const spoiled = Buffer.from(head.value.bytes);
  spoiled[spoiled.length - 1] = (spoiled.at(-1) ?? 0) ^ 1;
  expect(await readKeptHead(spoiled)).toMatchObject({ error: { code: 'pack-forged' } });
  expect(await readKeptHead(spoiled.subarray(0, -1))).toMatchObject({
    error: { code: 'pack-damaged' },
  });
});

test('signing puts one signature in place of another and leaves the content', async () => {
  const { file, manifest } = await makePack();
  const key = newKey();
  const signed = await signPack(file, { key, out: file });
  expect(signed).toEqual({ ok: true, value: { ...manifest, key: key.id } });
  expect(await verifyPack(file)).toMatchObject({ ok: true, value: { key: { id: key.id } } });
  const another = newKey();
  await signPack(file, { key: another, out: file });
  expect(await verifyPack(file)).toMatchObject({ ok: true, value: { key: { id: another.id } } });
});

test('a damaged pack is not signed', async () => {
  const { file } = await makePack();
  const bytes = readFileSync(file);
  bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const out = join(temporaryFolder(), 'signed.recital');
  expect(await signPack(file, { key: newKey(), out })).toMatchObject({
    error: { code: 'pack-damaged' },
  });
  expect(await readPackHead(out)).toMatchObject({ error: { code: 'file-missing' } });
});

test('a key is known again from its file', () => {
  const { key, pem } = newSigningKey();
  expect(readSigningKey(pem)?.id).toBe(key.id);
  expect(readSigningKey('no key')).toBeNull();
});

test('a manifest that would break the rule is never written, and an old pack stays', async () => {
  const { file, library, manifest } = await makePack();
  const before = readFileSync(file);
  const { title, version, publisher, rights, minimumApp } = manifest;
  const written = await writePack({
    library,
    about: { identity: '../up', title, version, publisher, rights, minimumApp },
    key: null,
    from: null,
    out: file,
    naming,
  });
  expect(written).toMatchObject({ error: { code: 'content-invalid' } });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('only the pack is left in its folder', async () => {
  const folder = temporaryFolder();
  const library = join(temporaryFolder(), 'library.sqlite');
  await writeLibrary(library);
  const { title, version, publisher, rights, minimumApp } = (await makePack()).manifest;
  const about = { identity: 'a', title, version, publisher, rights, minimumApp };
  const out = join(folder, 'a.recital');
  await writePack({ library, about, key: null, from: null, out, naming });
  expect(readdirSync(folder)).toEqual(['a.recital']);
});
