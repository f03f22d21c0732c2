import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { EditionId } from '../../main/contract/ids.ts';
import { copyEditions } from '../../main/service/room/copy-editions.ts';
import { copyOwn } from '../../main/service/room/copy-own.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { fillOwnLibrary, grepFolder, ownDocuments } from './own-documents.ts';
import { guestApi, sitDown, valueOf, type Desk } from './room-desk.ts';

const host = '192.0.2.7';
const { quicksilver, saltpetre } = ownDocuments;

async function deskWithOwn(): Promise<Desk> {
  const desk = await sitDown();
  fillOwnLibrary(desk.data);
  return desk;
}

const jobOf = (desk: Desk, editions: readonly string[], to = temporaryFolder()) => ({
  compiled: [desk.library],
  dataFolder: desk.data,
  to,
  editions: editions as readonly EditionId[],
});

describe('a document of the trainer’s own', () => {
  it('is not in the room unless the trainer says so', async () => {
    const desk = await deskWithOwn();
    await desk.service.api.openRoom({ host, own: [] });
    const room = guestApi(desk);
    for (const address of Object.values(ownDocuments)) {
      const shown = await room.show({ address: `${address}#resolves.p1` });
      expect(shown.ok).toBe(false);
    }
    expect(valueOf(await room.search({ query: 'quicksilver' })).total).toBe(0);
    expect(valueOf(await room.suggest({ prefix: 'quicks' })).items).toEqual([]);
    expect(valueOf(await room.catalogue({})).editions.map(({ isOwn }) => isOwn)).not.toContain(
      true,
    );
    for (const word of Object.keys(ownDocuments))
      expect(grepFolder(join(desk.data, 'room'), word)).toEqual([]);
  });

  it('that is shared is read, found and suggested there as at the trainer’s', async () => {
    const desk = await deskWithOwn();
    const { api } = desk.service;
    const opened = valueOf(await api.openRoom({ host, own: [quicksilver] }));
    expect(opened.open?.shared).toEqual([quicksilver]);
    const room = guestApi(desk);
    for (const address of [quicksilver, `${quicksilver}#resolves.p1`])
      expect(await room.show({ address })).toEqual(await api.show({ address }));
    const found = valueOf(await room.search({ query: 'quicksilver' }));
    expect(found.hits.map(({ address }) => address)).toContain(`${quicksilver}#resolves.p1`);
    expect(valueOf(await room.suggest({ prefix: 'quicks' })).items.length).toBeGreaterThan(0);
  });

  it('that is not shared leaves no word in what the room gets, where another one is shared', async () => {
    const desk = await deskWithOwn();
    valueOf(await desk.service.api.openRoom({ host, own: [quicksilver] }));
    const folder = join(desk.data, 'room');
    expect(grepFolder(folder, 'quicksilver')).not.toEqual([]);
    expect(grepFolder(folder, 'saltpetre')).toEqual([]);
    expect((await guestApi(desk).show({ address: saltpetre })).ok).toBe(false);
    expect(valueOf(await guestApi(desk).search({ query: 'saltpetre' })).total).toBe(0);
  });

  it('is gone from the disk when the room is closed', async () => {
    const desk = await deskWithOwn();
    valueOf(await desk.service.api.openRoom({ host, own: [quicksilver] }));
    valueOf(await desk.service.api.closeRoom({}));
    expect(existsSync(join(desk.data, 'room'))).toBe(false);
    expect((await desk.service.api.show({ address: quicksilver })).ok).toBe(true);
  });

  it('that is not there keeps the room closed, and leaves nothing', async () => {
    const desk = await deskWithOwn();
    const own = [quicksilver, 'pp/resolution/999@2022'];
    const opened = await desk.service.api.openRoom({ host, own });
    expect(opened).toMatchObject({ ok: false, error: { code: 'unknown-edition' } });
    expect(desk.door.opened).toEqual([]);
    expect(existsSync(join(desk.data, 'room'))).toBe(false);
  });
});

describe('copying', () => {
  it('copies nothing of what the bundled library holds, and each document once', async () => {
    const desk = await deskWithOwn();
    const bundled = temporaryFolder();
    expect(copyEditions(jobOf(desk, ['wtsa/resolution/7@2024'], bundled))).toEqual({
      ok: true,
      value: null,
    });
    expect(existsSync(join(bundled, 'library.sqlite'))).toBe(false);
    expect(copyEditions(jobOf(desk, [quicksilver, quicksilver])).ok).toBe(true);
  });

  test('a person without a library has none to share', async () => {
    const desk = await sitDown();
    const copied = copyEditions(jobOf(desk, [quicksilver]));
    expect(copied).toMatchObject({ ok: false, error: { code: 'unknown-edition' } });
  });

  it('goes on in a thread, and is called off when the program is closed', async () => {
    const desk = await deskWithOwn();
    const ending = new AbortController();
    const underway = copyOwn(jobOf(desk, [quicksilver]), ending.signal);
    ending.abort();
    expect(await underway).toMatchObject({ ok: false, error: { code: 'called-off' } });
    const late = await copyOwn(jobOf(desk, [quicksilver]), ending.signal);
    expect(late).toMatchObject({ ok: false, error: { code: 'called-off' } });
    expect((await copyOwn(jobOf(desk, [quicksilver]), new AbortController().signal)).ok).toBe(true);
  });
});
