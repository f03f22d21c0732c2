import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  averagePrecision,
  ndcgAt,
  precisionAt,
  recallAt,
} from '../../main/service/eval/metrics.ts';
import { evaluate } from '../../main/service/index.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

interface Files {
  readonly docs: readonly unknown[];
  readonly queries: readonly unknown[];
  readonly qrels: readonly unknown[];
}

/** A folder with a judged collection. A line that is a string is written as it stands. */
function collection(files: Files): string {
  const folder = temporaryFolder();
  for (const [name, rows] of Object.entries(files)) {
    const lines = (rows as unknown[]).map((row) =>
      typeof row === 'string' ? row : JSON.stringify(row),
    );
    writeFileSync(join(folder, `${name}.jsonl`), lines.map((line) => `${line}\n`).join(''));
  }
  return folder;
}

const doc = (id: string | number, title: string, text: string) => ({ id, title, text });
const query = (id: string | number, text: string) => ({ id, text });
const judged = (of: string | number, document: string | number, grade = 1) => ({
  query: of,
  doc: document,
  grade,
});

const harbour: Files = {
  docs: [
    doc('a', 'Lighthouses', 'The keeper lights the lamp at dusk.'),
    doc('b', 'Bridges', 'A bridge of stone crosses the river.'),
    doc('c', 'Ferries', 'The ferry crosses where no bridge stands.'),
    doc('d', 'Windmills', ''),
  ],
  queries: [query('1', 'keeper'), query('2', 'windmill')],
  qrels: [judged('1', 'a'), judged('2', 'd', 2)],
};

async function figures(files: Files): Promise<Record<string, number>> {
  const evaluated = await evaluate(collection(files));
  if (!evaluated.ok) throw new Error(evaluated.error.message);
  const { ms, ...rest } = evaluated.value;
  expect(ms).toBeGreaterThan(0);
  return rest;
}

describe('a judged collection', () => {
  test('is indexed by title and text, and every query is answered by search', async () => {
    expect(await figures(harbour)).toEqual({
      map: 1,
      ndcg10: 1,
      p10: 0.1,
      recall100: 1,
      queries: 2,
    });
  });

  test('leaves out a query for which nothing is relevant', async () => {
    const queries = [...harbour.queries, query('3', 'bridge'), query('4', 'ferry')];
    const qrels = [...harbour.qrels, judged('3', 'b', 0), judged('4', 'c', -1)];
    expect(await figures({ ...harbour, queries, qrels })).toMatchObject({ map: 1, queries: 2 });
  });

  test('counts a query that finds nothing as 0', async () => {
    const queries = [...harbour.queries, query('3', 'volcano'), query('4', '?!')];
    const qrels = [...harbour.qrels, judged('3', 'b'), judged('4', 'c')];
    const all = { map: 0.5, ndcg10: 0.5, p10: 0.05, recall100: 0.5, queries: 4 };
    expect(await figures({ ...harbour, queries, qrels })).toEqual(all);
  });

  test('may number its documents and queries, leave out titles, and judge what it does not hold', async () => {
    const files = {
      docs: [
        doc(1, '', 'A keeper.'),
        { id: 2, text: 'A ferry.' },
        { id: 3, title: null, text: '' },
      ],
      queries: [query(7, 'ferry')],
      qrels: [judged(7, '2'), judged('7', 99), judged(8, 1)],
    };
    expect(await figures(files)).toMatchObject({ map: 0.5, recall100: 0.5, queries: 1 });
  });

  test('is ranked as deep as 1000 documents', async () => {
    const docs = Array.from({ length: 150 }, (_, at) => doc(`${at}`, '', 'A lamp.'));
    const qrels = docs.map(({ id }) => judged('1', id));
    const files = { docs, queries: [query('1', 'lamp')], qrels };
    expect(await figures(files)).toEqual({
      map: 1,
      ndcg10: 1,
      p10: 1,
      recall100: 0.666667,
      queries: 1,
    });
  });

  test('counts the higher of two judgments of one document', async () => {
    const qrels = [judged('1', 'a', 0), judged('1', 'a', 1), judged('1', 'a', 0)];
    expect(await figures({ ...harbour, qrels })).toMatchObject({ map: 1, queries: 1 });
  });

  test('may be in another language', async () => {
    const files = {
      docs: [
        doc(
          'a',
          'Ponts',
          'Les ponts nationaux de la ville sont en pierre et traversent le fleuve.',
        ),
        doc('b', 'Phares', 'Le gardien du phare allume la lampe quand la nuit est tombée.'),
      ],
      queries: [query('1', 'ponts pierre')],
      qrels: [judged('1', 'a')],
    };
    expect(await figures(files)).toMatchObject({ map: 1 });
  });
});

describe('a collection that cannot be read', () => {
  const bad: readonly [name: string, files: Partial<Files>, message: RegExp][] = [
    [
      'a line that is no JSON',
      { docs: [...harbour.docs, '{"id":'] },
      /^docs\.jsonl:5: is no JSON$/,
    ],
    ['a line that is no object', { docs: ['[]'] }, /^docs\.jsonl:1: /],
    ['a document without a text', { docs: [{ id: 'a', title: 'A' }] }, /^docs\.jsonl:1: .*text/],
    ['a document without an id', { docs: ['', doc('', 'A', 'B')] }, /^docs\.jsonl:2: id/],
    [
      'an id that stands twice',
      { docs: [doc('a', '', ''), doc('a', '', '')] },
      /^docs\.jsonl:2: .* a /,
    ],
    [
      'a query whose text is a number',
      { queries: [{ id: '1', text: 1 }] },
      /^queries\.jsonl:1: text/,
    ],
    [
      'a query that stands twice',
      { queries: [query(1, 'a'), query('1', 'b')] },
      /^queries\.jsonl:2: /,
    ],
    [
      'a grade in words',
      { qrels: ['', '', { query: '1', doc: 'a', grade: 'good' }] },
      /^qrels\.jsonl:3: grade/,
    ],
    [
      'a judgment without a document',
      { qrels: [{ query: '1', grade: 1 }] },
      /^qrels\.jsonl:1: .*doc/,
    ],
    ['queries of which none is judged', { qrels: [] }, /qrels\.jsonl/],
  ];

  test.each(bad)('%s is refused with its file and line', async (_name, files, message) => {
    const evaluated = await evaluate(collection({ ...harbour, ...files }));
    expect(evaluated).toEqual({
      ok: false,
      error: { code: 'content-invalid', message: expect.stringMatching(message) as string },
    });
  });

  test('names the file that is missing', async () => {
    const evaluated = await evaluate(temporaryFolder());
    expect(evaluated).toMatchObject({ ok: false, error: { code: 'file-missing' } });
  });

  test('names the file that is a folder', async () => {
    const folder = collection(harbour);
    rmSync(join(folder, 'docs.jsonl'));
    mkdirSync(join(folder, 'docs.jsonl'));
    const evaluated = await evaluate(folder);
    expect(evaluated).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
  });
});

describe('the temporary library', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['a collection that is measured', harbour],
    ['one that is refused half-way', { ...harbour, docs: [...harbour.docs, 'no JSON'] }],
  ])('is gone after %s', async (_name, files) => {
    const folder = collection(files);
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    await evaluate(folder);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('the measures', () => {
  const grades = new Map([
    ['a', 3],
    ['b', 2],
    ['c', 3],
    ['d', 0],
    ['e', 1],
    ['f', 2],
  ]);

  test('average precision is the mean of the precisions at the relevant ranks, over all that are relevant', () => {
    const relevant = new Map(['a', 'b', 'c', 'd'].map((each) => [each, 1]));
    // 1/1, 2/3 and 3/5; d is not found.
    expect(averagePrecision(['a', 'x', 'b', 'y', 'c'], relevant)).toBeCloseTo(
      (1 + 2 / 3 + 3 / 5) / 4,
      12,
    );
    expect(averagePrecision(['x', 'a'], new Map([['a', 1]]))).toBe(0.5);
  });

  test('discounted gain is the grade over the binary logarithm of the rank and one', () => {
    // The worked example of the literature: 3, 2, 3, 0, 1, 2 against 3, 3, 2, 2, 1, 0.
    expect(ndcgAt(6, ['a', 'b', 'c', 'd', 'e', 'f'], grades)).toBeCloseTo(0.9608, 4);
    // The ideal is that of all judged documents, found or not: (2 / 1) / (3 / 1 + 3 / log2 3).
    expect(ndcgAt(2, ['b'], grades)).toBeCloseTo(2 / (3 + 3 / Math.log2(3)), 12);
  });

  test('precision is out of the depth even where fewer were found, recall out of all that are relevant', () => {
    expect(precisionAt(10, ['a', 'd', 'x'], grades)).toBe(0.1);
    expect(recallAt(2, ['a', 'b', 'c'], grades)).toBe(2 / 5);
    expect(recallAt(100, ['a', 'b', 'c', 'x'], grades)).toBe(3 / 5);
  });

  test('every measure is 0 where nothing is relevant or nothing was found', () => {
    for (const [ranking, of] of [
      [['a'], new Map([['a', 0]])],
      [['a'], new Map([['a', -2]])],
      [['a'], new Map<string, number>()],
      [[], grades],
    ] as const) {
      expect(averagePrecision(ranking, of)).toBe(0);
      expect(ndcgAt(10, ranking, of)).toBe(0);
      expect(precisionAt(10, ranking, of)).toBe(0);
      expect(recallAt(100, ranking, of)).toBe(0);
    }
  });

  const names = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 30 });
  const anyGrades = fc
    .uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 40 }).map(String), fc.integer({ min: -1, max: 4 })),
      { maxLength: 30, selector: ([name]) => name },
    )
    .map((pairs) => new Map(pairs));
  const measures = [
    averagePrecision,
    (ranking: readonly string[], of: ReadonlyMap<string, number>) => ndcgAt(10, ranking, of),
    (ranking: readonly string[], of: ReadonlyMap<string, number>) => precisionAt(10, ranking, of),
    (ranking: readonly string[], of: ReadonlyMap<string, number>) => recallAt(10, ranking, of),
  ];

  test('every measure lies from 0 to 1, and what stands last and is not relevant changes none', () => {
    fc.assert(
      fc.property(names, anyGrades, (ranking, of) => {
        for (const measure of measures) {
          const value = measure(ranking, of);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(measure([...ranking, 'stranger'], of)).toBe(value);
        }
      }),
    );
  });

  test('the best ranking has average precision and gain 1', () => {
    fc.assert(
      fc.property(anyGrades, (of) => {
        const relevant = [...of].filter(([, grade]) => grade > 0);
        fc.pre(relevant.length > 0);
        const best = relevant.toSorted(([, a], [, b]) => b - a).map(([name]) => name);
        expect(averagePrecision(best, of)).toBeCloseTo(1, 12);
        expect(ndcgAt(10, best, of)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('to put the better of two neighbours first never lowers a measure', () => {
    fc.assert(
      fc.property(names, anyGrades, fc.nat(), (ranking, of, place) => {
        fc.pre(ranking.length > 1);
        const at = place % (ranking.length - 1);
        const [one, two] = [ranking[at]!, ranking[at + 1]!];
        fc.pre(Math.max(0, of.get(two) ?? 0) > Math.max(0, of.get(one) ?? 0));
        const better = ranking.with(at, two).with(at + 1, one);
        for (const measure of measures)
          expect(measure(better, of)).toBeGreaterThanOrEqual(measure(ranking, of) - 1e-12);
      }),
    );
  });
});
