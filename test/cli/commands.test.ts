import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundledContent, names } from '../fixtures/content.ts';
import { recital } from '../fixtures/command.ts';
import { compileResolutions } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const source = (name: string) => join(bundledContent, 'resolutions', `${name}.txt`);

/** The one JSON value that a command printed, and nothing else; a failure fails the test. */
async function json(args: readonly string[], input?: string | Uint8Array): Promise<unknown> {
  const { status, out, err } = await recital([...args, '--json'], input);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out) as unknown;
}

describe('recital build', () => {
  test('writes the library and prints what it holds', async () => {
    const out = join(temporaryFolder(), 'library.sqlite');
    const report = await json(['build', '--out', out]);
    expect(report).toMatchObject({
      library: out,
      sha256: createHash('sha256').update(readFileSync(out)).digest('hex'),
      counts: {
        works: 2,
        editions: 3,
        provisions: expect.any(Number) as number,
        citations: expect.any(Number) as number,
        references: expect.any(Number) as number,
        bodies: expect.any(Number) as number,
        handbooks: expect.any(Number) as number,
        tours: expect.any(Number) as number,
        terms: expect.any(Number) as number,
        meetings: expect.any(Number) as number,
      },
      warnings: expect.any(Array) as unknown[],
      ms: expect.any(Number) as number,
    });
  });

  test('writes the same bytes from a content folder that is named', async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()].map((folder) =>
      join(folder, 'l.sqlite'),
    );
    await json(['build', '--out', one!]);
    await json(['build', bundledContent, '--out', two!]);
    expect(readFileSync(two!).equals(readFileSync(one!))).toBe(true);
  });

  test('says in a few lines what it did, and how many warnings there are', async () => {
    const out = join(temporaryFolder(), 'library.sqlite');
    const outcome = await recital(['build', '--out', out]);
    expect(outcome.status).toBe(0);
    expect(outcome.out).toMatch(
      /^.*library\.sqlite: 2 works, 3 editions, .*\nsha256 [0-9a-f]{64}\n/,
    );
    expect(outcome.err).toMatch(/^warnings: .*\d+ lost-hyphen.*\n$/);
  });
});

describe('recital, on the bundled resolutions', () => {
  // One library for the tests that only read it: each of them runs a process.
  let library: string[];
  beforeAll(async () => {
    const { mkdtempSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const folder = mkdtempSync(join(tmpdir(), 'recital-cli-'));
    library = ['--library', await compileResolutions(folder)];
    return async () => (await import('node:fs')).rmSync(folder, { recursive: true, force: true });
  });

  test('search prints query, total, time, hits, facets and notes', async () => {
    expect(await json(['search', 'network slicing', '--limit', '1', ...library])).toEqual({
      query: 'network slicing',
      total: 3,
      ms: expect.any(Number) as number,
      hits: [
        {
          address: expect.stringMatching(/#instructs-itu-t-sg-13\./) as string,
          kind: 'provision',
          name: expect.stringMatching(/^Resolution 92 \(/) as string,
          title: expect.any(String) as string,
          heading: expect.stringMatching(/^instructs Study Group 13/) as string,
          label: expect.any(String) as string,
          snippet: expect.stringContaining('network slicing') as string,
          marks: expect.any(Array) as unknown[],
          score: expect.any(Number) as number,
          isOwn: false,
          language: 'en',
          because: 'words',
          also: [],
        },
      ],
      facets: {
        type: [{ value: 'resolution', count: 3 }],
        body: [{ value: 'wtsa', count: 3 }],
        year: [
          { value: '2016', count: 2 },
          { value: '2024', count: 1 },
        ],
        section: [
          { value: 'instructs', count: 2 },
          { value: 'considering', count: 1 },
        ],
        actor: [{ value: 'itu-t-sg-13', count: 2 }],
        topic: [],
        lang: [{ value: 'en', count: 3 }],
        has: expect.any(Array) as unknown[],
      },
      notes: [],
      nothing: null,
      explanation: null,
    });
  });

  test('search takes its filters and words without quotation marks', async () => {
    const args = ['search', 'network', 'slicing', '--year', '2024', '--actor', 'itu-t-sg-13'];
    expect(await json([...args, ...library])).toMatchObject({
      total: 1,
      hits: [{ address: 'wtsa/resolution/92@2024#instructs-itu-t-sg-13.3' }],
    });
  });

  test('search says on standard error that it read a query as plain words, and still answers', async () => {
    const { status, out, err } = await recital(['search', '"network slicing', ...library]);
    expect(status).toBe(0);
    expect(err).toMatch(/plain words/);
    expect(out).toMatch(/^3 results/);
  });

  test('search for people names the place of each result in lines that fit', async () => {
    const { out } = await recital(['search', 'network slicing', ...library]);
    expect(out).toContain('Resolution 92 (Rev. New Delhi, 2024)');
    expect(out).toContain('wtsa/resolution/92@2024#instructs-itu-t-sg-13.3');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(88);
    expect(out).not.toContain('\u001b');
  });

  test('suggest prints items of text, kind and address', async () => {
    const answer = (await json(['suggest', 'sg13', ...library])) as {
      ms: number;
      items: unknown[];
    };
    expect(answer.ms).toBeGreaterThanOrEqual(0);
    expect(answer.items[0]).toEqual({
      text: 'ITU-T Study Group 13',
      kind: 'actor',
      address: 'wtsa/resolution/92@2024#instructs-itu-t-sg-13',
    });
  });

  test('show prints what stands at an address', async () => {
    const address = 'wtsa/resolution/92@2024#instructs-itu-t-sg-13';
    expect(await json(['show', address, ...library])).toMatchObject({
      kind: 'section',
      address,
      section: { address: 'instructs-itu-t-sg-13' },
      citations: expect.any(Array) as unknown[],
      citedBy: [],
    });
  });

  test.each([
    [
      'itu-r/report/m.2078',
      /^Report ITU-R M\.2078\nIts text is not in this library\.\n\nCited by\n/,
    ],
    [
      'wtdc/resolution/43@2017#resolves.2',
      /\nresolves\n2 {5}to include support[^]*\n {6}ii\) {3}ITU\u2011T study groups/,
    ],
    ['wtsa/resolution/92@2016', /FOREWORD|considering[^]*Cites\n[^]*Cited by\n/],
  ])('show %s for people reads well', async (address, expected) => {
    const { status, out, err } = await recital(['show', address, ...library]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(expected);
  });

  test('actions prints an array of who must do what', async () => {
    const args = ['actions', '--actor', 'itu-t-sg-13', '--edition', 'wtsa/resolution/92'];
    const found = (await json([...args, ...library])) as { address: string }[];
    expect(found[0]).toMatchObject({
      actor: 'itu-t-sg-13',
      verb: 'instructs',
      address: 'wtsa/resolution/92@2024#instructs-itu-t-sg-13.1',
      text: expect.stringMatching(/^to maintain the roadmap/) as string,
    });
    const editions = found.map(({ address }) => address.replace(/#.*/, ''));
    expect([...new Set(editions)]).toEqual(['wtsa/resolution/92@2024', 'wtsa/resolution/92@2016']);
  });

  test('actions for people are grouped by edition, and by who is asked', async () => {
    const { out } = await recital(['actions', '--edition', 'wtsa/resolution/92', ...library]);
    expect(out).toMatch(
      /^Resolution 92 \(Rev\. New Delhi, 2024\)\n[^]*\n {2}itu-t-sg-13: instructs Study Group 13[^]*\nResolution 92 \(Hammamet, 2016\)\n/,
    );
    expect(out.match(/itu-t-sg-13: instructs/g)).toHaveLength(2);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(88);
  });

  test('actions of one who is asked for nothing say so on standard error', async () => {
    const args = ['actions', '--actor', 'tsag', '--edition', 'wtdc/resolution/43', ...library];
    expect(await recital(args)).toMatchObject({ status: 0, out: '', err: /Nothing/ });
    expect(await json(args)).toEqual([]);
  });

  test('options may stand before the sub-command too', async () => {
    const { status, out } = await recital([...library, '--json', 'suggest', 'sg13']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('items');
  });
});

describe('recital parse and recital cite', () => {
  test('parse prints the document in the shape that scripts rely on', async () => {
    const document = await json(['parse', source(names.wtsa92of2016)]);
    expect(document).toMatchObject({
      identity: { work: 'wtsa/resolution/92', edition: '2016', place: 'Hammamet', year: 2016 },
      annexes: [],
    });
    const { sections, warnings } = document as {
      sections: { provisions: unknown[] }[];
      warnings: unknown[];
    };
    expect(sections[0]).toMatchObject({
      address: 'considering',
      kind: 'considering',
      heading: 'considering',
      actors: [],
    });
    expect(sections[0]!.provisions[0]).toMatchObject({
      address: 'considering.a',
      path: 'a',
      label: 'a)',
      footnotes: [],
      citations: [
        { text: expect.any(String) as string, work: 'ra/resolution/56', edition: '2015' },
      ],
      provisions: [],
    });
    expect(warnings[0]).toMatchObject({
      code: expect.any(String) as string,
      message: expect.any(String) as string,
    });
  });

  test('parse for people prints the text, and the warnings with their lines on standard error', async () => {
    const { status, out, err } = await recital(['parse', source(names.wtsa92of2016)]);
    expect(status).toBe(0);
    expect(out).toContain(
      '\na)    that International Mobile Telecommunications (IMT) is the root name',
    );
    expect(err).toMatch(/wtsa-resolution-92-hammamet-2016\.txt:\d+: [a-z-]+: /);
  });

  test('cite prints exactly start, end, text, work and edition, of a file and of standard input alike', async () => {
    const file = source(names.wtsa92of2024);
    const text = readFileSync(file, 'utf8');
    const ofFile = (await json(['cite', file])) as { start: number; end: number; text: string }[];
    expect(ofFile.length).toBeGreaterThan(0);
    for (const citation of ofFile) {
      expect(Object.keys(citation)).toEqual(['start', 'end', 'text', 'work', 'edition']);
      expect(text.slice(citation.start, citation.end)).toBe(citation.text);
    }
    expect(await json(['cite'], text)).toEqual(ofFile);
  });

  test('cite counts a byte-order mark, as the file does', async () => {
    const [citation] = (await json(['cite'], '\ufeffReport ITU-R M.2078')) as { start: number }[];
    expect(citation!.start).toBe(1);
  });

  test('cite of nothing is an empty list', async () => {
    expect(await json(['cite'], '')).toEqual([]);
  });
});
