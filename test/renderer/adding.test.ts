import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import type { OfferedFile } from '../../main/contract/machine.ts';
import { createAdding } from '../../renderer/state/adding.ts';
import { nameOfFile } from '../../renderer/parts/name-of-file.ts';
import { createSmallApi } from './small-api.ts';

beforeEach(() => void vi.stubGlobal('document', { hidden: false }));
afterEach(() => void vi.unstubAllGlobals());

const fileOf = (name: string, kind: OfferedFile['kind']): OfferedFile => ({
  path: `/stick/${name}`,
  name,
  kind,
  bytes: 10,
});
const files = [
  fileOf('a.pdf', 'document'),
  fileOf('papers', 'folder'),
  fileOf('b.tour.json', 'tour'),
  fileOf('c.recital', 'pack'),
  fileOf('d.exe', 'unknown'),
];

async function open(offered: readonly OfferedFile[] = files) {
  const { api, calls } = createSmallApi();
  const visited: string[] = [];
  const model = createAdding(api, (href) => visited.push(href));
  const stop = model.watch();
  await calls[0]?.answer(done({ files: offered }));
  return { model, calls, visited, stop };
}

test('what is offered stands by what becomes of it, folders beside the documents they hold', async () => {
  const { model, stop } = await open();
  const { documents, tours, packs, unknown } = model.offered.value ?? {};
  const names = [documents, tours, packs, unknown].map((some) => some?.map(({ name }) => name));
  expect(names).toEqual([['a.pdf', 'papers'], ['b.tour.json'], ['c.recital'], ['d.exe']]);
  stop();
});

test('documents are imported together, then put aside, and it is known what became of each', async () => {
  const { model, calls, stop } = await open();
  void model.importDocuments();
  expect(model.doing.value).toBe('importing');
  expect(calls[1]).toMatchObject({
    method: 'import',
    request: { paths: ['/stick/a.pdf', '/stick/papers'] },
  });
  const became = [{ file: '/stick/a.pdf', ok: true }];
  await calls[1]?.answer(done(became));
  expect(model.imported.value).toEqual(became);
  expect(calls[2]).toMatchObject({
    method: 'putAside',
    request: { paths: ['/stick/a.pdf', '/stick/papers'] },
  });
  stop();
});

test('an import that is called off leaves the files where they wait', async () => {
  const { model, calls, stop } = await open();
  void model.importDocuments();
  await calls[1]?.answer(failed('called-off', ''));
  expect(model.failure.value?.code).toBe('called-off');
  expect(model.imported.value).toBeNull();
  expect(calls.some(({ method }) => method === 'putAside')).toBe(false);
  expect(model.offered.value?.documents).toHaveLength(2);
  stop();
});

test('a tour is taken from where it lies and opened to be written', async () => {
  const { model, calls, visited, stop } = await open();
  void model.takeTour(files[2]!);
  expect(calls[1]).toMatchObject({ method: 'takeTour', request: { path: '/stick/b.tour.json' } });
  await calls[1]?.answer(done({ tour: { address: 'tour/own-a' }, attention: [] }));
  await calls[2]?.answer(done(null));
  await calls[3]?.answer(done({ files: [] }));
  expect(visited).toEqual(['#/edit/own-a']);
  stop();
});

test('files of a page go one after the other, and one that is refused keeps no other from coming', async () => {
  const { model, calls, stop } = await open([]);
  void model.offer([new File(['one'], 'a.pdf'), new File(['two'], 'b.pdf')]);
  await vi.waitFor(() => expect(calls).toHaveLength(2));
  expect(calls[1]).toMatchObject({ method: 'offer', request: { name: 'a.pdf' } });
  expect(new TextDecoder().decode(calls[1]?.request['bytes'] as Uint8Array)).toBe('one');
  await calls[1]?.answer(failed('too-large', ''));
  await vi.waitFor(() => expect(calls).toHaveLength(3));
  await calls[2]?.answer(done(fileOf('b.pdf', 'document')));
  expect(model.refused.value).toEqual([
    { name: 'a.pdf', failure: { code: 'too-large', message: '' } },
  ]);
  expect(calls[3]?.method).toBe('offered');
  stop();
});

test('where there is no desktop shell there is no dialogue, which is no failure', async () => {
  const { model, calls, stop } = await open([]);
  const picked = model.pickFiles();
  await calls[1]?.answer(failed('not-here', ''));
  expect(await picked).toBe(false);
  expect(model.failure.value).toBeNull();
  stop();
});

test('a folder that is chosen is imported at once; none chosen is nothing', async () => {
  const { model, calls, stop } = await open([]);
  void model.pickFolder();
  await calls[1]?.answer(done({ folder: null }));
  void model.pickFolder();
  await calls[2]?.answer(done({ folder: '/home/ada/papers' }));
  expect(calls.slice(1).map(({ method }) => method)).toEqual([
    'pickFolder',
    'pickFolder',
    'import',
  ]);
  expect(calls[3]?.request).toEqual({ paths: ['/home/ada/papers'] });
  stop();
});

test.each([
  ['/media/stick/imt.recital', 'imt.recital'],
  ['D:\\stick\\imt.recital', 'imt.recital'],
  ['/papers/', '/papers/'],
  ['imt.recital', 'imt.recital'],
])('the file at %s is called %s', (path, name) => {
  expect(nameOfFile(path)).toBe(name);
});
