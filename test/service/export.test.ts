import { join } from 'node:path';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Api } from '../../main/contract/api.ts';
import type { Provision, StructuredDocument } from '../../main/contract/document.ts';
import type { Exported, ExportFormat } from '../../main/contract/export.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { TourRecord } from '../../main/contract/records.ts';
import { openService, parse } from '../../main/service/index.ts';
import { newer } from '../fixtures/documents.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { records, tour } from '../fixtures/records.ts';
import { bundledApi, resolutionsApi, smallApi } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

async function exported(api: Api, address: string, format: ExportFormat): Promise<Exported> {
  const answer = await api.export({ address, format });
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

async function textOf(api: Api, address: string, format: ExportFormat): Promise<string> {
  const { content } = await exported(api, address, format);
  if (!('text' in content)) throw new Error('That is no text.');
  return content.text;
}

const bytesOf = ({ content }: Exported): Uint8Array =>
  Buffer.from(
    'text' in content ? content.text : content.base64,
    'text' in content ? 'utf8' : 'base64',
  );

const failureOf = async (api: Api, address: string, format: ExportFormat) => {
  const answer = await api.export({ address, format });
  return answer.ok ? null : answer.error;
};

/** What a camera would read from a code that is drawn as one path of stretches. */
function readCode(size: number, path: string): string {
  const scale = 6;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = 0; row < scale; row += 1) {
      const start = ((Number(y) * scale + row) * side + Number(x) * scale) * 4;
      for (let at = 0; at < Number(width) * scale; at += 1)
        data.fill(0, start + at * 4, start + at * 4 + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
}

/** Address, label and words of every provision. */
const wordsIn = (provisions: readonly Provision[]): string[] =>
  provisions.flatMap(({ address, label, text, provisions: under }) => [
    `${address} ${label} ${text}`,
    ...wordsIn(under),
  ]);

const allWordsOf = ({ sections, annexes }: Pick<StructuredDocument, 'sections' | 'annexes'>) =>
  [...sections, ...annexes].flatMap((each) => [each.heading].concat(wordsIn(each.provisions)));

describe('a resolution of the library', () => {
  test.each(['md', 'html', 'docx'] as const)(
    'written as %s and read again has the same sections, labels and words',
    async (format) => {
      const api = await resolutionsApi();
      for (const edition of ['wtsa/resolution/92@2016', 'wtsa/resolution/92@2024']) {
        const file = await exported(api, edition, format);
        const read = await parse({ name: file.name, bytes: bytesOf(file) });
        const shown = await api.show({ address: edition });
        if (!read.ok || !shown.ok || shown.value.kind !== 'edition') throw new Error('unread');
        // Nothing else is added than where the text comes from, and that at the very end.
        const words = allWordsOf(read.value);
        const end = words.findIndex((line) => line.endsWith('Where this text comes from'));
        expect(words.slice(0, end === -1 ? undefined : end)).toEqual(allWordsOf(shown.value));
      }
    },
  );

  test('goes out by its work in its newest edition, under a name of its own', async () => {
    const api = await resolutionsApi();
    const file = await exported(api, 'wtsa/resolution/92', 'html');
    expect(file.name).toBe('wtsa-resolution-92-2024.html');
    expect(file.mediaType).toBe('text/html; charset=utf-8');
    expect(bytesOf(file).toString()).toContain('Resolution 92 (Rev. New Delhi, 2024)');
  });

  test.each([
    ['akn', 'xml', 'application/akn+xml'],
    ['md', 'md', 'text/markdown; charset=utf-8'],
    ['bibtex', 'bib', 'application/x-bibtex; charset=utf-8'],
    ['ris', 'ris', 'application/x-research-info-systems; charset=utf-8'],
    ['csl', 'json', 'application/vnd.citationstyles.csl+json'],
    ['docx', 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ] as const)('has the ending and the media type of %s', async (format, ending, mediaType) => {
    const file = await exported(await resolutionsApi(), 'wtdc/resolution/43@2017', format);
    expect(file).toMatchObject({ name: `wtdc-resolution-43-2017.${ending}`, mediaType });
  });

  test('is cited by the body in full', async () => {
    expect(await textOf(await resolutionsApi(), 'wtdc/resolution/43', 'bibtex')).toContain(
      'author = {{World Telecommunication Development Conference}}',
    );
  });
});

const onRecords = () => smallApi(records);

describe('the handout of a tour', () => {
  test('has each stop with its words, reference, question and code, and nothing that the presenter says', async () => {
    const text = await textOf(await onRecords(), 'tour/harbour-walk', 'md');
    expect(text).toMatch(/^# A walk round the harbour\n\nHandout\n\n8 min\n\nFor visitors/);
    expect(text).toContain('## 1. Where lamps shine\n\n3 min\n');
    expect(text).toContain('> a that IMT\u20112020 lamps[^1] shine (see Resolution');
    expect(text).toContain(
      'considering a. World Telecommunication Standardization Assembly. Resolution 7 (New Delhi, 2024): Lighthouses of the ITU Telecommunication Standardization Sector',
    );
    expect(text).toContain('<recital:wtsa/resolution/7@2024#considering.a>');
    expect(text).toContain('**Question:** Who has seen a mantle?\n\n- [ ] I have\n- [ ] Not yet');
    expect(text).not.toContain('bollard');
    expect(text).not.toContain('Keepers slept once');
  });

  test('prints a body in a few lines', async () => {
    const text = await textOf(await onRecords(), 'tour/harbour-walk', 'md');
    expect(text).toContain(
      '**ITU-T Study Group 13**\n\nSG13\n\nIt studies towers, wicks and mantles.',
    );
  });

  test('marks new and old words of what changed at a place, and of nothing else', async () => {
    const text = await textOf(await onRecords(), 'tour/harbour-walk', 'md');
    const [, second = ''] = text.split('## 2. What has changed');
    expect(second).toContain('<del>that keepers sleep</del>');
    // What the older edition has under another section is not what changed here.
    expect(second).not.toContain('resolves');
    expect(second).toContain('**considering a** (New)');
  });

  test('leaves room to write below an open question', async () => {
    const text = await textOf(await onRecords(), 'tour/harbour-walk', 'html');
    const [, second = ''] = text.split('Do you sleep?');
    expect(second.match(/<div class="write"><\/div>/g)).toHaveLength(4);
  });

  test('has a code that can be read for every place that it shows', async () => {
    const text = await textOf(await onRecords(), 'tour/harbour-walk', 'html');
    const codes = [...text.matchAll(/viewBox="0 0 (\d+) \d+"[^>]*><path[^>]* d="([^"]+)"/g)];
    expect(codes.map(([, size, path]) => readCode(Number(size), path ?? ''))).toEqual([
      'recital:wtsa/resolution/7@2024#considering.a',
      'recital:body/itu-t-sg-13',
      'recital:wtsa/resolution/7@2024#considering',
    ]);
    const labels = [...text.matchAll(/aria-label="Open in Recital: ([^"]+)"/g)].map(([, to]) => to);
    expect(labels).toEqual([
      'recital:wtsa/resolution/7@2024#considering.a',
      'recital:body/itu-t-sg-13',
      'recital:wtsa/resolution/7@2024#considering',
    ]);
  });

  test('lists its sources in full at the end, each once', async () => {
    const text = await textOf(await onRecords(), 'tour/harbour-walk', 'md');
    const [, sources = ''] = text.split('## Sources');
    expect(sources.match(/Resolution 7 \(New Delhi, 2024\)/g)).toHaveLength(1);
    expect(sources).toContain('Resolution 7 (Hammamet, 2016)');
    expect(sources).toContain('A chart of the coast');
  });

  test.each(['md', 'html', 'docx'] as const)(
    'is the same bytes as %s whenever it is asked for',
    async (format) => {
      const [one, other] = [await onRecords(), await onRecords()];
      const first = await exported(one, 'tour/harbour-walk', format);
      await new Promise((resolve) => setTimeout(resolve, format === 'docx' ? 2100 : 0));
      expect(await exported(other, 'tour/harbour-walk', format)).toEqual(first);
    },
  );

  test('of one stop’s address is that of the whole tour', async () => {
    const file = await exported(await onRecords(), 'tour/harbour-walk#2', 'html');
    expect(file.name).toBe('harbour-walk-handout.html');
  });

  test('in Arabic runs from the right and speaks Arabic, and leaves English words from the left', async () => {
    const arabic: TourRecord = { ...tour, language: 'ar', title: 'جولة في الميناء' };
    const text = await textOf(
      await smallApi([...records.filter((each) => each !== tour), arabic]),
      tour.address,
      'html',
    );
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('<blockquote lang="en" dir="ltr">');
    expect(text).toContain('سؤال');
  });

  test('says so where what a stop shows is not here any more, and goes on', async () => {
    const [first, second] = tour.stops;
    if (first === undefined || second === undefined) throw new Error('no stops');
    const gone: TourRecord = {
      ...tour,
      stops: [
        { ...first, show: [{ kind: 'address', address: 'wtsa/resolution/9999@2024' as Address }] },
        second,
      ],
    };
    const text = await textOf(
      await smallApi([...records.filter((each) => each !== tour), gone]),
      tour.address,
      'md',
    );
    expect(text).toContain('This is not in the library any more.');
    expect(text).toContain('## 2. What has changed');
  });

  test('of every bundled tour can be made', async () => {
    const bundled = await bundledApi();
    const tours = await bundled.records({ kind: 'tour' });
    if (!tours.ok) throw new Error(tours.error.message);
    expect(tours.value.records.length).toBeGreaterThan(5);
    for (const { address } of tours.value.records) {
      const text = await textOf(bundled, address, 'html');
      expect(text).not.toContain('This is not in the library any more.');
    }
  });
});

test('what a whole room asks for at once is made one after another, and refused where it is too much', async () => {
  const onAll = await onRecords();
  const same = await Promise.all(
    Array.from({ length: 200 }, () => exported(onAll, 'tour/harbour-walk', 'html')),
  );
  expect(new Set(same).size).toBe(1);
  const spellings = Array.from({ length: 100 }, (_none, at) => ' '.repeat(at));
  const answers = await Promise.all(
    spellings.map((space) => onAll.export({ address: `${space}tour/harbour-walk`, format: 'md' })),
  );
  const refused = answers.filter((answer) => !answer.ok);
  expect(refused).toHaveLength(100 - 64);
  expect(refused[0]).toMatchObject({ error: { code: 'too-many-requests' } });
});

describe('what has no such form', () => {
  test.each([
    ['tour/harbour-walk', 'akn', 'A handout goes out as md, html or docx, not as akn.'],
    ['tour/harbour-walk', 'bibtex', 'A handout goes out as md, html or docx, not as bibtex.'],
    [
      'wtsa/resolution/7@2024#considering.a',
      'html',
      'A document goes out as a whole: take wtsa/resolution/7@2024 instead of wtsa/resolution/7@2024#considering.a.',
    ],
    [
      'itu-t/recommendation/y.3101',
      'docx',
      'The text of Recommendation ITU-T Y.3101 is not in this library; a reference to it can go out as bibtex, ris or csl.',
    ],
    [
      'body/itu-t-sg-13',
      'md',
      'body/itu-t-sg-13 has no form to go out in; editions, works and tours have.',
    ],
  ] as const)('%s as %s is refused in one sentence', async (address, format, message) => {
    expect(await failureOf(await smallApi(records), address, format)).toEqual({
      code: 'format-unsupported',
      message,
    });
  });

  test('a work whose text is elsewhere goes out as a reference', async () => {
    const text = await textOf(await smallApi(records), 'itu-t/recommendation/y.3101', 'ris');
    expect(text).toContain('TI  - Requirements of gas mantles\r\n');
  });
});

test('a long document keeps nobody waiting for long', async () => {
  const provisions = Array.from({ length: 5000 }, (_none, at) => ({
    address: `resolves.${at + 1}`,
    path: `${at + 1}`,
    label: `${at + 1}`,
    text: `to keep light ${at + 1} burning;`,
    footnotes: [],
    citations: [],
    provisions: [],
  }));
  const [, , section] = [null, null, { ...newer.sections[1], address: 'resolves', provisions }];
  const long = { ...newer, sections: [section], annexes: [] } as unknown as StructuredDocument;
  const api = await smallApi([], [long]);
  for (const format of ['akn', 'md', 'html'] as const) {
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const text = await textOf(api, 'wtsa/resolution/7', format);
    isDone = true;
    expect(text.match(/to keep light \d+ burning;/g)).toHaveLength(5000);
    expect(turns).toBeGreaterThan(2);
  }
});

const openWith = async (printPdf?: (html: string) => Promise<Uint8Array>): Promise<Api> => {
  const libraryFile = join(temporaryFolder(), 'library.sqlite');
  await writeLibrary(libraryFile, undefined, records);
  const opened = openService({ libraryFile, version: '0.0.0', printPdf });
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(() => opened.value.close());
  return opened.value.api;
};

describe('the handout as a PDF', () => {
  test('is what the printer makes of the page', async () => {
    const pages: string[] = [];
    const api = await openWith(async (html) => {
      pages.push(html);
      return new TextEncoder().encode('%PDF');
    });
    expect(await api.handoutPdf({ address: 'tour/harbour-walk' })).toEqual({
      ok: true,
      value: {
        name: 'harbour-walk-handout.pdf',
        mediaType: 'application/pdf',
        content: { base64: 'JVBERg==' },
      },
    });
    expect(pages).toEqual([await textOf(api, 'tour/harbour-walk', 'html')]);
  });

  test('is refused where nothing prints, with what to do', async () => {
    const api = await openWith();
    expect(await api.handoutPdf({ address: 'tour/harbour-walk' })).toMatchObject({
      ok: false,
      error: { code: 'format-unsupported', message: expect.stringContaining('print that') },
    });
  });

  test('is made of tours alone', async () => {
    const api = await openWith(async () => new Uint8Array());
    expect(await api.handoutPdf({ address: 'wtsa/resolution/7@2024' })).toMatchObject({
      ok: false,
      error: { code: 'format-unsupported' },
    });
  });
});
