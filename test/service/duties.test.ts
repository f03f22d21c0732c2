import { describe, expect, it } from 'vitest';
import type { Section, StructuredDocument } from '../../main/contract/document.ts';
import type { Duties, DutiesRequest, Duty } from '../../main/contract/duties.ts';
import type { ActorId, WorkId } from '../../main/contract/ids.ts';
import { newer, other, provision, section } from '../fixtures/documents.ts';
import { resolutionsApi, smallApi } from '../fixtures/service.ts';

type Api = Awaited<ReturnType<typeof smallApi>>;

async function dutiesOf(api: Api, request: DutiesRequest = {}): Promise<Duties> {
  const answer = await api.duties(request);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const place = ({ address, actor, fate }: Duty) => [address.split('#')[1], actor, fate];

const asked = async (edition: string, ...actors: string[]) =>
  (await dutiesOf(await resolutionsApi(), { actors })).duties
    .filter((duty) => duty.edition === edition)
    .map(({ address, fate }) => [address.split('.').at(-1), fate]);

const speaking = (kind: string, actor: string, texts: readonly string[]): Section => {
  const address = `${kind}-${actor}`;
  return section(
    address,
    kind,
    texts.map((text, at) => provision(address, `${at + 1}`, text)),
    { heading: `${kind} ${actor}`, actors: [actor as ActorId] },
  );
};

const editionOf = (year: number, sections: readonly Section[]): StructuredDocument => ({
  ...newer,
  identity: {
    ...newer.identity,
    work: 'wtsa/resolution/8' as WorkId,
    number: '8',
    edition: String(year),
    year,
  },
  history: [],
  preface: [],
  sections,
  annexes: [],
  terms: [],
  warnings: [],
});

describe('the duties of the bundled resolutions', () => {
  // By reading both texts of Resolution 92 beside each other.
  it.each([
    ['tsag', ['1 changed', '2 added', '3 added', '4 changed']],
    ['itu-t-study-groups', ['1 changed', '2 changed', '3 added', '4 changed', '5 added']],
    ['itu-t-sg-2', ['p1 added']],
    ['itu-t-sg-13', ['1 changed', '2 added', '3 changed', '4 changed']],
    ['itu-t-sg-17', ['1 changed', '2 added', '3 added']],
    ['director-tsb', ['1 kept', '2 changed']],
    ['directors', ['1 changed', '2 added', '3 added']],
    ['academia', ['1 changed', '2 changed']],
  ])('%s finds in 2024 what became of what was asked in 2016', async (actor, fates) => {
    const found = await asked('wtsa/resolution/92@2024', actor);
    expect(found.map((one) => one.join(' '))).toStrictEqual(fates);
  });

  it('nothing is said of a text that has no earlier edition here', async () => {
    expect(await asked('wtsa/resolution/92@2016', 'tsag')).toStrictEqual([
      ['1', null],
      ['2', null],
    ]);
    const development = await asked('wtdc/resolution/43@2017', 'director-bdt');
    expect(development).toHaveLength(12);
    expect(new Set(development.map(([, fate]) => fate))).toStrictEqual(new Set([null]));
  });

  it('a work is told alone, and the filters still know all texts and actors', async () => {
    const api = await resolutionsApi();
    const all = await dutiesOf(api);
    const one = await dutiesOf(api, { work: 'wtdc/resolution/43' });
    expect(new Set(one.duties.map(({ edition }) => edition))).toStrictEqual(
      new Set(['wtdc/resolution/43@2017']),
    );
    expect(one.total).toBe(one.duties.length);
    expect(one.editions).toStrictEqual(all.editions);
    expect(one.actors).toStrictEqual(all.actors);
    expect(all.editions.map(({ edition, before }) => [edition, before])).toStrictEqual([
      ['wtdc/resolution/43@2017', null],
      ['wtsa/resolution/92@2024', 'wtsa/resolution/92@2016'],
      ['wtsa/resolution/92@2016', null],
    ]);
  });

  it('what the library does not know is asked nothing', async () => {
    const api = await resolutionsApi();
    expect(await dutiesOf(api, { work: 'pp/resolution/1' })).toMatchObject({
      total: 0,
      duties: [],
    });
    expect(await dutiesOf(api, { actors: ['nobody'] })).toMatchObject({ total: 0, duties: [] });
  });
});

describe('what became of a duty', () => {
  const count = 'to count every lantern along the northern coast by day;';
  const wick = 'to study how long a wick burns in fog, in rain and in a gale;';
  const list = 'to publish a list of all harbours every second year;';
  const oil = 'to send oil to the keepers of small and distant islands';

  const editions = [
    other,
    editionOf(2016, [
      speaking('instructs', 'itu-t-sg-13', [count, wick, list]),
      speaking('invites', 'member-states', [oil]),
    ]),
    editionOf(2020, [
      speaking('instructs', 'itu-t-sg-13', [wick, list.replace('second ', '')]),
      speaking('instructs', 'itu-t-sg-17', [count]),
      speaking('urges', 'member-states', [oil]),
    ]),
    editionOf(2024, [
      speaking('instructs', 'itu-t-sg-13', [list.replace('second ', '')]),
      speaking('urges', 'member-states', [oil]),
    ]),
  ];
  const inEdition = async (year: number) => {
    const { duties } = await dutiesOf(await smallApi([], editions), { work: 'wtsa/resolution/8' });
    return duties.filter((duty) => duty.edition === `wtsa/resolution/8@${year}`);
  };

  it('words that go over to somebody else are added for the one and gone for the other', async () => {
    const found = (await inEdition(2020)).map(place);
    expect(found).toContainEqual(['instructs-itu-t-sg-17.1', 'itu-t-sg-17', 'added']);
    expect(found).toContainEqual(['instructs-itu-t-sg-13.1', 'itu-t-sg-13', 'gone']);
  });

  it('another number alone changes nothing, other words or another verb do', async () => {
    const found = (await inEdition(2020)).map(place);
    expect(found).toContainEqual(['instructs-itu-t-sg-13.1', 'itu-t-sg-13', 'kept']);
    expect(found).toContainEqual(['instructs-itu-t-sg-13.2', 'itu-t-sg-13', 'changed']);
    expect(found).toContainEqual(['urges-member-states.1', 'member-states', 'changed']);
  });

  it('each edition is held against the one before it, and what is gone is told once, in its own words', async () => {
    const found = await inEdition(2024);
    expect(found.map(place)).toStrictEqual([
      ['instructs-itu-t-sg-13.1', 'itu-t-sg-13', 'kept'],
      ['urges-member-states.1', 'member-states', 'kept'],
      ['instructs-itu-t-sg-13.1', 'itu-t-sg-13', 'gone'],
      ['instructs-itu-t-sg-17.1', 'itu-t-sg-17', 'gone'],
    ]);
    expect(found.at(-1)).toMatchObject({
      address: 'wtsa/resolution/8@2020#instructs-itu-t-sg-17.1',
      text: count,
    });
  });
});

/** An edition with one provision that holds another. */
const speaks = (year: number, part: string): StructuredDocument => {
  const address = 'instructs-itu-t-sg-13';
  return {
    ...newer,
    identity: { ...newer.identity, edition: String(year), year },
    preface: [],
    sections: [
      section(
        address,
        'instructs',
        [
          provision(address, '1', 'to study the following:', {
            provisions: [provision(address, '1.i', part)],
          }),
        ],
        { actors: ['itu-t-sg-13' as ActorId] },
      ),
    ],
    annexes: [],
    terms: [],
  };
};

const fateOf = async (before: string, now: string) => {
  const api = await smallApi([], [speaks(2016, before), speaks(2024, now)]);
  return (await dutiesOf(api)).duties.find(({ edition }) => edition.endsWith('2024'))?.fate;
};

it('a provision whose parts changed has changed, though its own first words have not', async () => {
  const lamps = 'the lamps of every lighthouse on the coast;';
  expect(await fateOf(lamps, lamps)).toBe('kept');
  expect(await fateOf(lamps, 'the lamps of every lighthouse on the islands;')).toBe('changed');
});
