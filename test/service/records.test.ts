import { describe, expect, test } from 'vitest';
import type { Shown } from '../../main/contract/answers.ts';
import type { Result } from '../../main/contract/failure.ts';
import {
  chapters,
  handbook,
  lighthouses,
  meeting,
  naming56,
  records,
  sg13,
  term,
  topic,
  tour,
  wtsa,
  y3101,
} from '../fixtures/records.ts';
import { smallApi } from '../fixtures/service.ts';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const show = async (address: string): Promise<Shown> =>
  valueOf(await (await smallApi()).show({ address }));

const newEdition = 'wtsa/resolution/7@2024';

describe('show of a record', () => {
  test.each([
    ['body', 'body/itu-t-sg-13', sg13],
    ['handbook', 'handbook/keeping-a-light', handbook],
    ['chapter', 'handbook/keeping-a-light#glass', chapters[1]],
    ['tour', 'tour/harbour-walk', tour],
    ['term', 'term/lmp', term],
    ['meeting', 'meeting/wtsa-24', meeting],
    ['topic', 'topic/light', topic],
    ['work', 'ra/resolution/56', naming56],
  ])('a %s has its record', async (kind, address, record) => {
    expect(await show(address)).toMatchObject({ kind, address, record });
  });

  test('is asked for as people paste it', async () => {
    expect(await show(' Body/ITU-T-SG-13\n')).toMatchObject({ address: 'body/itu-t-sg-13' });
  });

  test('a body has what resolutions ask of it, and what it answers for', async () => {
    expect(await show('body/itu-t-sg-13')).toMatchObject({
      actions: [{ actor: 'itu-t-sg-13', address: `${newEdition}#instructs-itu-t-sg-13.1` }],
      responsibleFor: [
        { address: 'itu-t/recommendation/y.3101', name: y3101.name, detail: y3101.title },
      ],
      links: [
        { address: 'itu-t/recommendation/y.3101', kind: 'reference' },
        { address: 'topic/light', name: 'Light and colour' },
      ],
    });
  });

  test('an assembly is asked what its own sections resolve', async () => {
    expect(await show('body/wtsa')).toMatchObject({
      actions: [{ actor: 'wtsa', verb: 'resolves', text: 'that keepers sleep' }],
      responsibleFor: [{ address: 'ra/resolution/56' }, { address: 'wtsa/resolution/7' }],
    });
  });

  test('a body that is one of several is asked what they are asked', async () => {
    const harbours = { ...wtsa, address: 'body/harbours' as never };
    const api = await smallApi([{ ...harbours, groups: ['member-states' as never] }]);
    expect(valueOf(await api.show({ address: 'body/harbours' }))).toMatchObject({
      actions: [{ actor: 'member-states', text: 'to keep r\u00e9seaux lit' }],
    });
  });

  test('a chapter has its handbook, and who leads to it, its neighbours too', async () => {
    expect(await show('handbook/keeping-a-light#glass')).toMatchObject({
      handbook,
      linkedFrom: [
        {
          address: 'handbook/keeping-a-light#oil',
          kind: 'chapter',
          name: 'Oil and wick',
          detail: 'Keeping a light',
          to: 'handbook/keeping-a-light#glass',
        },
      ],
    });
  });

  test('a handbook as a whole is not said to be linked from itself', async () => {
    expect(await show('handbook/keeping-a-light')).toMatchObject({ linkedFrom: [] });
  });

  test('a stop is shown in its tour', async () => {
    expect(await show('tour/harbour-walk#2')).toMatchObject({
      kind: 'tour',
      address: 'tour/harbour-walk',
      stop: 'tour/harbour-walk#2',
      record: tour,
    });
    expect(await show('tour/harbour-walk')).toMatchObject({ stop: null });
  });

  test('a meeting has the editions that it adopted', async () => {
    expect(await show('meeting/wtsa-24')).toMatchObject({ editions: [{ edition: newEdition }] });
  });

  test('a topic has what belongs to it, and the records that name it', async () => {
    expect(await show('topic/light')).toMatchObject({
      links: [
        { kind: 'section' },
        { kind: 'provision', detail: 'network slicing for lighthouses;' },
      ],
      linkedFrom: [{ address: 'ra/resolution/56' }, { address: 'body/itu-t-sg-13' }],
    });
  });

  test('a work that nothing cites is shown from its record', async () => {
    expect(await show('itu-t/recommendation/y.3101')).toMatchObject({
      kind: 'work',
      name: 'Recommendation ITU-T Y.3101',
      title: 'Requirements of gas mantles',
      hasText: false,
      editions: [],
      record: y3101,
      links: [
        { address: 'body/itu-t-sg-13', kind: 'body' },
        { address: 'ra/resolution/56', kind: 'reference' },
        { address: newEdition, kind: 'edition' },
      ],
      linkedFrom: [{ address: 'body/itu-t-sg-13' }],
      citedBy: [],
    });
  });

  test('a work whose text is here has the title of its newest edition, and its record', async () => {
    expect(await show('wtsa/resolution/7')).toMatchObject({
      title: 'Lighthouses of the ITU Telecommunication Standardization Sector',
      hasText: true,
      record: lighthouses,
    });
  });

  test.each([
    [newEdition, 'edition', 8],
    [`${newEdition}#considering`, 'section', 3],
    [`${newEdition}#considering.a`, 'provision', 2],
    ['wtsa/resolution/7@2016', 'edition', 1],
  ])('%s, an %s, says what leads to it', async (address, kind, many) => {
    const shown = await show(address);
    expect(shown.kind).toBe(kind);
    expect(shown.linkedFrom).toHaveLength(many);
    for (const { to } of shown.linkedFrom) expect(to.startsWith(address)).toBe(true);
  });

  test.each([
    ['body/nobody', 'unknown-record', /it has body\/itu-t-sg-13, body\/wtsa/],
    ['handbook/keeping-a-light#salt', 'unknown-record', /no chapter salt; it has oil, glass/],
    ['tour/harbour-walk#3', 'unknown-record', /no stop 3; its stops are 1 to 2/],
    ['term/lmp#x', 'unknown-record', /has no parts/],
    [
      'itu-t/recommendation/y.3101@2018',
      'unknown-edition',
      /The text of Work itu-t\/recommendation\/y\.3101 \(2018\) is not here; show itu-t\/recommendation\/y\.3101 says/,
    ],
    [
      'itu-t/recommendation/y.3101@2001',
      'unknown-edition',
      /no edition 2001 of Recommendation ITU-T Y\.3101[^]*not here; it knows 2018/,
    ],
  ])('%s is %s, in one line that helps', async (address, code, message) => {
    const answer = await (await smallApi()).show({ address });
    expect(answer).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) as string },
    });
    expect(!answer.ok && answer.error.message).not.toContain('\n');
  });

  test('of a kind that there is none of says so', async () => {
    expect(await (await smallApi([])).show({ address: 'tour/x' })).toMatchObject({
      error: {
        code: 'unknown-record',
        message: 'The library knows no tour/x; it has no tour at all.',
      },
    });
  });
});

const list = async (kind: 'reference' | 'body' | 'term' | 'meeting' | 'tour') =>
  valueOf(await (await smallApi()).records({ kind })).records;

const issued = (address: string) => ({ ...y3101, address: address as typeof y3101.address });
const at = (number: string) => issued(`itu-t/recommendation/${number}`);

describe('records of a kind', () => {
  test('references come by number, with status, year and whether their text is here', async () => {
    expect(await list('reference')).toEqual([
      {
        address: 'itu-t/recommendation/y.3101',
        kind: 'reference',
        name: 'Recommendation ITU-T Y.3101',
        detail: 'Requirements of gas mantles',
        title: 'Requirements of gas mantles',
        lead: 'It says how a mantle glows, and rests on the newer text.',
        body: 'itu-t',
        year: 2018,
        status: 'withdrawn',
        hasText: false,
        topics: [],
        parts: null,
        minutes: null,
      },
      expect.objectContaining({ address: 'wtsa/resolution/7', hasText: true, status: 'in-force' }),
      expect.objectContaining({ address: 'ra/resolution/56', year: 2027, topics: ['light'] }),
    ]);
  });

  test('numbers are ordered as numbers', async () => {
    const api = await smallApi([at('y.3101'), at('y.900'), at('y.3100')]);
    const { records: found } = valueOf(await api.records({ kind: 'reference' }));
    expect(found.map(({ address }) => address.split('/').at(-1))).toEqual([
      'y.900',
      'y.3100',
      'y.3101',
    ]);
  });

  test('the Sectors come first, then the conferences, then whoever else issues texts', async () => {
    const api = await smallApi([
      y3101,
      issued('wtsa/resolution/7'),
      issued('unga/resolution/70-1'),
      issued('itu-r/report/m.2083'),
      issued('ra/resolution/5'),
      issued('itu-d/question/1-1'),
    ]);
    const { records: found } = valueOf(await api.records({ kind: 'reference' }));
    expect(found.map(({ address }) => address)).toEqual([
      'itu-t/recommendation/y.3101',
      'itu-r/report/m.2083',
      'itu-d/question/1-1',
      'wtsa/resolution/7',
      'ra/resolution/5',
      'unga/resolution/70-1',
    ]);
  });

  test('a term says what people say instead, a tour how long it is', async () => {
    expect(await list('term')).toMatchObject([{ name: 'LMP', detail: 'beacon, night lamp' }]);
    expect(await list('tour')).toMatchObject([{ detail: '2 stops, 8 minutes' }]);
  });

  test('bodies have their sector, terms what they stand for, meetings where they met', async () => {
    expect(await list('body')).toMatchObject([
      {
        name: sg13.name,
        detail: 'SG13',
        body: 'itu-t',
        lead: expect.stringMatching(/^It studies/) as string,
      },
      { name: wtsa.name, body: null },
    ]);
    expect(await list('term')).toMatchObject([
      { name: 'LMP', title: term.term, lead: 'A lamp that sailors see from afar.' },
    ]);
    expect(await list('meeting')).toMatchObject([
      { name: 'WTSA-24', detail: 'New Delhi, 2024', body: 'wtsa', year: 2024 },
    ]);
    expect(await list('tour')).toMatchObject([
      { name: tour.title, lead: 'For visitors with good shoes.' },
    ]);
  });

  test('meetings come newest first', async () => {
    const api = await smallApi([
      { ...meeting, address: 'meeting/wtsa-16' as never, name: 'WTSA-16', year: 2016 },
      meeting,
    ]);
    const { records: found } = valueOf(await api.records({ kind: 'meeting' }));
    expect(found.map(({ name }) => name)).toEqual(['WTSA-24', 'WTSA-16']);
  });
});

const actions = async (request: { actor?: string; edition?: string }) =>
  (await smallApi(records)).actions(request);

const count = async (request: { actor?: string; edition?: string }): Promise<number> =>
  valueOf(await actions(request)).actions.length;

describe('actions', () => {
  test('are those of all editions, newest first within a work', async () => {
    const { actions: all } = valueOf(await actions({}));
    expect(all.map(({ actor, edition }) => [actor, edition])).toEqual([
      ['member-states', 'wtdc/resolution/30@2017'],
      ['itu-t-sg-13', newEdition],
      ['wtsa', 'wtsa/resolution/7@2016'],
    ]);
  });

  test('can be those of one actor, of one edition, or of all editions of a work', async () => {
    expect(await count({ actor: ' ITU-T-SG-13 ' })).toBe(1);
    expect(await count({ edition: 'wtsa/resolution/7' })).toBe(2);
    expect(await count({ edition: newEdition })).toBe(1);
    expect(await count({ edition: newEdition, actor: 'wtsa' })).toBe(0);
  });

  test.each(['tsag', 'itu-t-study-groups'])(
    '%s, known and asked for nothing, is asked for nothing',
    async (actor) => {
      expect(await actions({ actor })).toEqual({ ok: true, value: { actions: [] } });
    },
  );

  test.each([
    [{ actor: 'the-cook' }, 'unknown-record', /knows no actor "the-cook"; it knows itu-t-sg-13, /],
    [{ edition: 'wtsa/resolution/7@1999' }, 'unknown-edition', /it has 2024, 2016/],
    [{ edition: 'wtsa/resolution/999' }, 'unknown-work', /it holds the text of/],
    [
      { edition: 'ra/resolution/56' },
      'unknown-edition',
      /The text of Resolution ITU-R 56 is not here/,
    ],
    [{ edition: `${newEdition}#considering` }, 'malformed-address', /is part of an edition/],
    [{ edition: 'Resolution 7' }, 'malformed-address', /is not an address/],
  ])('of %o fail with %s, in one line that helps', async (request, code, message) => {
    expect(await actions(request)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) as string },
    });
  });
});
