import { expect, test } from 'vitest';
import type { SearchRequest } from '../../main/contract/api.ts';
import { listingStart, type LibraryReader } from '../../main/library/index.ts';
import { openUntilDone } from '../fixtures/library.ts';
import { compileBundled, compileResolutions } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const requests: readonly SearchRequest[] = [
  { query: 'network slicing' },
  { query: 'IMT-2020' },
  { query: 'what should study group 13 do about IMT-2020' },
  { query: 'developing countries', body: 'wtsa' },
  { query: 'spectrum OR frequency' },
  { query: 'harmonis* bands' },
  { query: '"radio regulations"' },
  { query: 'slicng' },
  { query: 'zeppelin' },
  { query: '', topic: 'imt-2020' },
  { query: '', type: 'resolution' },
];

async function allOf(library: LibraryReader) {
  const found = [];
  for (const request of requests) {
    const { hits, ...answer } = await library.search({ ...request, limit: 100 });
    found.push({ ...answer, hits: hits.map(({ score: _score, ...hit }) => hit) });
  }
  const suggested = [];
  for (const typed of ['res', 'resolution 92', 'sli', 'study gro', '5g', 'imt-20'])
    suggested.push(await library.suggest(typed, 10));
  const { withText, withRecord, cites, names } = await library.network();
  return {
    found,
    suggested,
    counts: library.counts(),
    editions: library.editions(),
    listing: library.listing(listingStart, 10_000).entries,
    network: { withText, withRecord, cites, names },
  };
}

test('the bundled library, with its resolutions in a library beside it, answers as it does alone', async () => {
  const folder = temporaryFolder();
  const bundled = await compileBundled(folder);
  const resolutions = await compileResolutions(temporaryFolder());
  const alone = await allOf(openUntilDone([bundled]));
  expect(alone.counts.editions).toBe(3);
  expect(await allOf(openUntilDone([bundled, resolutions]))).toEqual(alone);
  expect(await allOf(openUntilDone([bundled, bundled, resolutions]))).toEqual(alone);
});

test('the bundled resolutions, with the bundled library beside them, hold all that it does', async () => {
  const folder = temporaryFolder();
  const bundled = await compileBundled(folder);
  const resolutions = await compileResolutions(temporaryFolder());
  const alone = openUntilDone([bundled]);
  const parted = openUntilDone([resolutions, bundled]);
  expect(parted.counts()).toEqual(alone.counts());
  for (const request of requests) {
    // What texts are about is told by records, each to its own library.
    if (request.topic !== undefined) continue;
    const [one, two] = [await alone.search(request), await parted.search(request)];
    const { facets, total, notes } = two;
    expect({ total, notes, facets: { ...facets, topic: [] } }, `${request.query}`).toEqual({
      total: one.total,
      notes: one.notes,
      facets: { ...one.facets, topic: [] },
    });
    expect(new Set(two.hits.map(({ address }) => address)).size).toBe(two.hits.length);
  }
});
