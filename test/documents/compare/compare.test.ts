import { describe, expect, it } from 'vitest';
import type { Provision, Section, StructuredDocument } from '../../../main/contract/document.ts';
import type { ActorId, WorkId } from '../../../main/contract/ids.ts';
import { compareDocuments } from '../../../main/documents/compare/index.ts';
import { wtdc43 } from '../expected/wtdc-resolution-43-buenos-aires-2017.ts';
import { wtsa92Of2016 } from '../expected/wtsa-resolution-92-hammamet-2016.ts';
import { wtsa92Of2024 } from '../expected/wtsa-resolution-92-new-delhi-2024.ts';
import { editionOf, partsOf, rowsOf, sectionOf, type Written } from './comparing.ts';

/** Status and places of each row: "amended considering.a considering.b". */
const lines = (from: StructuredDocument, to: StructuredDocument): readonly string[] =>
  rowsOf(from, to).map((row) =>
    [row.moved === true ? 'moved*' : row.status, row.from ?? '-', row.to ?? '-'].join(' '),
  );

const lamps = 'that the lamps of the southern coast are lit by keepers at nightfall';
const ships = 'that ships of every flag steer by the beams of these towers';
const storms = 'that winter storms have broken the glass of eleven lanterns';
const maps = 'that charts printed before the survey show three wrong harbours';

const considering = (...provisions: Written[]): Section => sectionOf('considering', provisions);

const cite = (text: string, work: string) => ({ text, work: work as WorkId });

const sg = (heading: string, actor: ActorId, text: string): Section => ({
  ...sectionOf('instructs', [text], [actor]),
  heading,
});

const annexOf = (edition: string, height: string): StructuredDocument => ({
  ...editionOf(edition, []),
  annexes: [
    {
      address: 'annex-1',
      heading: 'Annex 1 Towers',
      provisions: [
        {
          ...(sectionOf('annex-1', ['']).provisions[0] as Provision),
          table: {
            caption: 'Table 1 Heights of the towers',
            rows: [
              ['Tower', 'Height'].map((text) => ({
                text,
                isHeader: true,
                columns: 1,
                rows: 1,
              })),
              ['Cape', height].map((text) => ({ text, isHeader: false, columns: 1, rows: 1 })),
            ],
          },
        },
      ],
    },
  ],
});

describe('two editions of small resolutions', () => {
  it('a document against itself is the same, row by row', () => {
    const document = editionOf('2016', [considering(lamps, ships, storms)]);
    expect(compareDocuments(document, document)).toStrictEqual({
      rows: [
        ['considering.a', lamps],
        ['considering.b', ships],
        ['considering.c', storms],
      ].map(([address, text]) => ({
        status: 'same',
        from: address,
        to: address,
        similarity: 1,
        diff: [{ op: 'same', text }],
      })),
      sections: [
        {
          status: 'same',
          from: 'considering',
          to: 'considering',
          similarity: 1,
          diff: [{ op: 'same', text: 'considering' }],
        },
      ],
    });
  });

  it('against an empty document everything is new, or gone', () => {
    const document = editionOf('2016', [considering(lamps, ships)]);
    const empty = editionOf('2024', []);
    expect(lines(empty, document)).toStrictEqual(['new - considering.a', 'new - considering.b']);
    expect(lines(document, empty)).toStrictEqual([
      'removed considering.a -',
      'removed considering.b -',
    ]);
    expect(compareDocuments(empty, empty)).toStrictEqual({ rows: [], sections: [] });
  });

  it('a provision that only has another letter, since one came in above it, is the same', () => {
    const from = editionOf('2016', [considering(lamps, ships)]);
    const to = editionOf('2024', [considering(storms, lamps, ships)]);
    expect(lines(from, to)).toStrictEqual([
      'new - considering.a',
      'same considering.a considering.b',
      'same considering.b considering.c',
    ]);
  });

  it('a provision that left its neighbours has moved; they have not', () => {
    const from = editionOf('2016', [considering(lamps, ships, storms, maps)]);
    const to = editionOf('2024', [considering(maps, lamps, ships, storms)]);
    expect(lines(from, to)).toStrictEqual([
      'moved considering.d considering.a',
      'same considering.a considering.b',
      'same considering.b considering.c',
      'same considering.c considering.d',
    ]);
  });

  it('a provision that was moved and amended is both', () => {
    const from = editionOf('2016', [considering(lamps, ships, storms)]);
    const to = editionOf('2024', [considering(`${storms} and five bells`, lamps, ships)]);
    expect(rowsOf(from, to)[0]).toStrictEqual({
      status: 'amended',
      from: 'considering.c',
      to: 'considering.a',
      similarity: 0.8696,
      diff: [
        { op: 'same', text: storms },
        { op: 'added', text: ' and five bells' },
      ],
      moved: true,
    });
  });

  it('a provision that stands under another opening has moved', () => {
    const from = editionOf('2016', [considering(lamps, ships), sectionOf('noting', [maps])]);
    const to = editionOf('2024', [considering(lamps, ships, maps), sectionOf('noting', [storms])]);
    expect(lines(from, to)).toStrictEqual([
      'same considering.a considering.a',
      'same considering.b considering.b',
      'moved noting.a considering.c',
      'new - noting.a',
    ]);
  });

  it('an order to somebody else is another order', () => {
    const order = 'to study the lamps of the coast and to report every year';
    const to13 = sectionOf('instructs', [order], ['itu-t-sg-13']);
    const to11 = sectionOf(
      'instructs',
      ['to study the lamps and to report each year'],
      ['itu-t-sg-11'],
    );
    expect(lines(editionOf('2016', [to13]), editionOf('2024', [to11]))).toStrictEqual([
      'removed instructs-itu-t-sg-13.a -',
      'new - instructs-itu-t-sg-11.a',
    ]);
  });

  it('an order that was handed to somebody else word by word has moved', () => {
    const order = 'to study the lamps of the coast and to report every year';
    const to13 = sectionOf('instructs', [order], ['itu-t-sg-13']);
    const to11 = sectionOf('instructs', [order], ['itu-t-sg-11']);
    expect(lines(editionOf('2016', [to13]), editionOf('2024', [to11]))).toStrictEqual([
      'moved instructs-itu-t-sg-13.a instructs-itu-t-sg-11.a',
    ]);
  });

  it('what is gone is told where it stood', () => {
    const from = editionOf('2016', [considering(maps, lamps, storms, ships)]);
    const to = editionOf('2024', [considering(lamps, ships)]);
    expect(lines(from, to)).toStrictEqual([
      'removed considering.a -',
      'same considering.b considering.a',
      'removed considering.c -',
      'same considering.d considering.b',
    ]);
  });

  it('how a provision ends follows from its place and is no amendment', () => {
    const from = editionOf('2016', [considering(`${lamps};`, `${ships},`)]);
    const to = editionOf('2024', [considering(`${lamps};`, `${ships};`, `${maps},`)]);
    expect(rowsOf(from, to)[1]).toStrictEqual({
      status: 'same',
      from: 'considering.b',
      to: 'considering.b',
      similarity: 1,
      diff: [
        { op: 'same', text: ships },
        { op: 'removed', text: ',' },
        { op: 'added', text: ';' },
      ],
    });
  });

  it('labels and footnotes are no words', () => {
    const [first] = considering(lamps).provisions;
    const noted = {
      ...considering(),
      provisions: [
        { ...(first as Provision), label: '1', footnotes: [{ mark: '1', text: maps, at: 4 }] },
      ],
    };
    expect(
      lines(editionOf('2016', [considering(lamps)]), editionOf('2024', [noted])),
    ).toStrictEqual(['same considering.a considering.a']);
  });

  it('of two texts the one that cites the same resolution is its successor, whatever its title says now', () => {
    const from = editionOf('2016', [
      sectionOf('noting', [
        cite(
          'Resolution 18 (Rev. Hammamet, 2016), on principles for the allocation of work',
          'wtsa/resolution/18',
        ),
        cite(
          'Resolution 59 (Rev. Dubai, 2014), on strengthening coordination among the Sectors',
          'wtdc/resolution/59',
        ),
      ]),
    ]);
    const to = editionOf('2024', [
      sectionOf('noting', [
        cite(
          'Resolution 18 (Rev. New Delhi, 2024), on strengthening coordination among the Sectors',
          'wtsa/resolution/18',
        ),
      ]),
    ]);
    expect(lines(from, to)).toStrictEqual(['amended noting.a noting.a', 'removed noting.b -']);
  });

  it('items follow the lead-in that holds them, though it was rewritten', () => {
    const from = editionOf('2016', [
      sectionOf('resolves', [{ text: 'to include in the plan:', inside: [lamps, ships] }]),
    ]);
    const to = editionOf('2024', [
      sectionOf('resolves', [
        maps,
        { text: 'that what follows shall be funded without delay:', inside: [lamps, ships] },
      ]),
    ]);
    expect(lines(from, to)).toStrictEqual([
      'new - resolves.a',
      'amended resolves.a resolves.b',
      'same resolves.a.a resolves.b.a',
      'same resolves.a.b resolves.b.b',
    ]);
  });

  it('sections that came and went are told, with the marks of a heading that changed', () => {
    const from = editionOf('2016', [
      sg('instructs Study Group 13', 'itu-t-sg-13' as ActorId, lamps),
      sg('instructs Study Group 17', 'itu-t-sg-17' as ActorId, maps),
    ]);
    const to = editionOf('2024', [
      sg('instructs Study Group 11', 'itu-t-sg-11' as ActorId, ships),
      sg('instructs Study Group 13 of ITU-T', 'itu-t-sg-13' as ActorId, lamps),
    ]);
    expect(compareDocuments(from, to).sections).toStrictEqual([
      {
        status: 'new',
        from: null,
        to: 'instructs-itu-t-sg-11',
        similarity: 0,
        diff: [{ op: 'added', text: 'instructs Study Group 11' }],
      },
      {
        status: 'amended',
        from: 'instructs-itu-t-sg-13',
        to: 'instructs-itu-t-sg-13',
        similarity: 0.8,
        diff: [
          { op: 'same', text: 'instructs Study Group 13' },
          { op: 'added', text: ' of ITU-T' },
        ],
      },
      {
        status: 'removed',
        from: 'instructs-itu-t-sg-17',
        to: null,
        similarity: 0,
        diff: [{ op: 'removed', text: 'instructs Study Group 17' }],
      },
    ]);
  });

  it('a recital that repeats hundreds of times keeps its order', () => {
    const none = Array.from({ length: 300 }, () => 'for further study by the group');
    const rows = lines(
      editionOf('2016', [considering(...none)]),
      editionOf('2024', [considering(...none)]),
    );
    expect(rows.every((row) => row.startsWith('same'))).toBe(true);
    expect(rows).toHaveLength(300);
  });

  it('an annex is compared as the sections are, tables by their rows', () => {
    const [row] = rowsOf(annexOf('2016', '30 m'), annexOf('2024', '32 m'));
    expect(row).toMatchObject({ status: 'amended', from: 'annex-1.a', to: 'annex-1.a' });
    expect(partsOf(row ?? { diff: [] }).to).toBe(
      'Table 1 Heights of the towers\nTower | Height\nCape | 32 m',
    );
  });
});

const paragraphs = (edition: string, ...texts: [kind: string, text: string][]) => {
  const seen = new Map<string, number>();
  return editionOf(
    edition,
    texts.map(([kind, text]) => {
      const count = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, count);
      const address = count === 1 ? kind : `${kind}-${count}`;
      return Object.assign(sectionOf(address, [text]), { kind, heading: kind });
    }),
  );
};

describe('sections of one paragraph, as the United Nations write them', () => {
  it('follow their text through new numbers, and have moved where their order changed', () => {
    const from = paragraphs('2016', ['recalling', lamps], ['recalling', ships], ['noting', storms]);
    const to = paragraphs(
      '2024',
      ['recalling', maps],
      ['recalling', lamps],
      ['noting', storms],
      ['recalling', ships],
    );
    expect(lines(from, to)).toStrictEqual([
      'new - recalling.a',
      'same recalling.a recalling-2.a',
      'same noting.a noting.a',
      'moved recalling-2.a recalling-3.a',
    ]);
  });
});

describe('two different works', () => {
  it('WTDC Resolution 43 and WTSA Resolution 92 share what a careful reader finds in both', () => {
    expect(lines(wtdc43, wtsa92Of2024).filter((line) => !/^new|^removed/.test(line))).toStrictEqual(
      [
        'same considering.c considering.b',
        'moved* recalling.l considering.c',
        'amended considering.d considering.e',
        'amended considering.f considering.h',
        'moved* considering.a considering.i',
        'amended considering.g considering.j',
        'amended considering.h considering.l',
      ],
    );
  });

  it('the older Resolution 92 shares a whole recital on usage scenarios with Resolution 43', () => {
    expect(lines(wtdc43, wtsa92Of2016)).toContain('amended considering.i considering.k');
  });
});
