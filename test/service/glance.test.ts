import { describe, expect, it } from 'vitest';
import type { StructuredDocument } from '../../main/contract/document.ts';
import type { Glance } from '../../main/contract/glance.ts';
import type { WorkId } from '../../main/contract/ids.ts';
import { newer, older, other, provision, section } from '../fixtures/documents.ts';
import { lighthouses, naming56, prose } from '../fixtures/records.ts';
import { smallApi } from '../fixtures/service.ts';

type Asked = Parameters<Awaited<ReturnType<typeof smallApi>>['glance']>[0];

const resolution7 = 'wtsa/resolution/7' as WorkId;

async function glanceAt(asked: Asked, ...library: Parameters<typeof smallApi>): Promise<Glance> {
  const answer = await (await smallApi(...library)).glance(asked);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** A resolution of a year whose provisions cite Resolution 7 where they say "[7]". */
const citing = (number: number, year: number, texts: readonly string[]): StructuredDocument => ({
  ...other,
  identity: {
    ...other.identity,
    work: `wtdc/resolution/${number}` as WorkId,
    number: `${number}`,
    edition: `${year}`,
    year,
  },
  sections: [
    section(
      'recalling',
      'recalling',
      texts.map((written, at) => {
        const start = written.indexOf('[7]');
        const text = written.replace('[7]', 'Resolution 7');
        return provision('recalling', 'abcdefghij'.charAt(at), text, {
          citations: [
            { start, end: start + 12, text: 'Resolution 7', work: resolution7, edition: null },
          ],
        });
      }),
    ),
  ],
});

const inYear = (year: number): StructuredDocument => ({
  ...older,
  identity: { ...older.identity, edition: `${year}`, year },
});

describe('a glance at a work', () => {
  it('says what its record says, and which texts of it are here, the newest first', async () => {
    expect(await glanceAt({ address: resolution7 })).toMatchObject({
      address: resolution7,
      name: 'WTSA Resolution 7',
      title: 'Lighthouses of the Sector',
      lead: 'The resolution that the keepers know by heart.',
      editions: [{ edition: 'wtsa/resolution/7@2024' }, { edition: 'wtsa/resolution/7@2016' }],
    });
  });

  it('is the same for an edition of it and for a provision in that', async () => {
    const whole = await glanceAt({ address: resolution7 });
    expect(await glanceAt({ address: 'wtsa/resolution/7@2016' })).toStrictEqual(whole);
    expect(await glanceAt({ address: 'wtsa/resolution/7@2024#considering.a' })).toStrictEqual(
      whole,
    );
  });

  it('has the title of the newest text where there is no record', async () => {
    expect(await glanceAt({ address: resolution7 }, [])).toMatchObject({
      title: 'Lighthouses of the ITU Telecommunication Standardization Sector',
      lead: '',
    });
  });

  it('has a name alone where only a citation tells of it', async () => {
    const glance = await glanceAt({ address: 'ra/resolution/56' }, []);
    expect(glance).toMatchObject({ title: null, lead: '', editions: [], places: 1 });
    expect(glance.citedBy.map(({ from }) => from)).toStrictEqual([
      'wtsa/resolution/7@2024#considering.a',
    ]);
  });

  it('tells a record in plain words, without its links', async () => {
    const { lead } = await glanceAt({ address: 'ra/resolution/56' }, [naming56]);
    expect(lead).toBe('Open it to know what a lamp is called. Sector lamps came first.');
  });

  it('keeps of a long record what a card has room for', async () => {
    const words = 'Lamps shine on the sea. '.repeat(100).trim();
    const { lead } = await glanceAt({ address: resolution7 }, [
      { ...lighthouses, text: prose(words) },
    ]);
    expect(lead).toHaveLength(400);
    expect(words.startsWith(lead)).toBe(true);
  });

  it('names five editions at most', async () => {
    const years = [1990, 1994, 1998, 2002, 2006, 2010, 2014];
    const { editions } = await glanceAt({ address: resolution7 }, [], years.map(inYear));
    expect(editions.map(({ edition }) => edition.split('@')[1])).toStrictEqual([
      '2014',
      '2010',
      '2006',
      '2002',
      '1998',
    ]);
  });
});

describe('where the work is cited', () => {
  const both = [
    citing(30, 2010, ['[7] of old', 'as [7] says']),
    citing(31, 2022, ['see [7]', '[7] again', 'and [7]', 'or [7]']),
  ];

  it('is told of five places, of the newest texts first, and all are counted', async () => {
    const glance = await glanceAt({ address: resolution7 }, [], [newer, ...both]);
    expect(glance.places).toBe(6);
    expect(glance.citedBy.map(({ from }) => from)).toStrictEqual([
      'wtdc/resolution/31@2022#recalling.a',
      'wtdc/resolution/31@2022#recalling.b',
      'wtdc/resolution/31@2022#recalling.c',
      'wtdc/resolution/31@2022#recalling.d',
      'wtdc/resolution/30@2010#recalling.a',
    ]);
  });

  it('leaves out the place that asks', async () => {
    const glance = await glanceAt(
      { address: resolution7, except: 'wtdc/resolution/31@2022#recalling.b' },
      [],
      [newer, ...both],
    );
    expect(glance.places).toBe(5);
    expect(glance.citedBy.map(({ from }) => from)).not.toContain(
      'wtdc/resolution/31@2022#recalling.b',
    );
  });

  it('of a long text keeps the words about the citation, whole, and still says where it stands', async () => {
    const long = `${'lamp '.repeat(300)}[7]${' mast'.repeat(300)}`;
    const [found] = (
      await glanceAt({ address: resolution7 }, [], [newer, citing(30, 2010, [long])])
    ).citedBy;
    const { text = '', start = 0, end = 0 } = found ?? {};
    expect(text.slice(start, end)).toBe('Resolution 7');
    expect(text.length).toBeLessThan(450);
    expect(text.slice(0, start)).toMatch(/^(?:lamp ){30,}$/);
    expect(text.slice(end)).toMatch(/^(?: mast){30,}$/);
  });

  it('a text of few words is kept as it is', async () => {
    const { citedBy } = await glanceAt(
      { address: resolution7 },
      [],
      [newer, citing(30, 2010, ['as [7] says'])],
    );
    expect(citedBy).toMatchObject([{ text: 'as Resolution 7 says', start: 3, end: 15 }]);
  });
});

describe('what there is no glance of', () => {
  it.each([
    ['a work of which nothing is known', { address: 'pp/resolution/1' }, 'unknown-work'],
    ['what is no address', { address: 'Resolution 7' }, 'malformed-address'],
    [
      'a work, for a place that is no address',
      { address: resolution7, except: 'here' },
      'malformed-address',
    ],
  ])('%s', async (_name, asked, code) => {
    expect(await (await smallApi()).glance(asked)).toMatchObject({ ok: false, error: { code } });
  });
});
