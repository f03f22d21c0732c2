import { describe, expect, test } from 'vitest';
import type { Api } from '../../main/contract/api.ts';
import type { Suggestion } from '../../main/contract/answers.ts';
import { bundledApi, smallApi } from '../fixtures/service.ts';

async function suggest(api: Api, prefix: string, limit = 8): Promise<readonly Suggestion[]> {
  const answer = await api.suggest({ prefix, limit });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.items;
}

const fields = (items: readonly Suggestion[]): string[] =>
  items.flatMap(({ kind, text, address }) => (kind === 'field' && address === '' ? [text] : []));

describe('a prefix that names something', () => {
  test.each([
    ['Res 92', 'wtsa/resolution/92@2024'],
    ['resolution 92 hammamet', 'wtsa/resolution/92@2016'],
    ['WTSA-16 res. 92', 'wtsa/resolution/92@2016'],
    ['M.2083', 'itu-r/recommendation/m.2083'],
    ['itu-r m 2083', 'itu-r/recommendation/m.2083'],
    ['Y3101', 'itu-t/recommendation/y.3101'],
    ['SG13', 'body/itu-t-sg-13'],
    ['sg 13', 'body/itu-t-sg-13'],
    ['Q1/1', 'itu-d/question/1-1'],
    ['wtsa/resolution/92@2024', 'wtsa/resolution/92@2024'],
  ])('"%s" suggests %s first', async (typed, expected) => {
    const [first] = await suggest(await bundledApi(), typed);
    expect(first?.address).toBe(expected);
  });

  test('a provision is suggested by its reference', async () => {
    const [first] = await suggest(await smallApi(), 'res 7 considering a');
    expect(first).toEqual({
      kind: 'provision',
      text: 'Resolution 7 (New Delhi, 2024), considering a',
      address: 'wtsa/resolution/7@2024#considering.a',
    });
  });

  test('nothing is suggested twice', async () => {
    const api = await bundledApi();
    for (const typed of ['res 92', 'sg13', 'm.2083', 'wtsa']) {
      const items = (await suggest(api, typed, 20)).map(
        ({ kind, address }) => `${kind} ${address}`,
      );
      expect(items, `${typed}`).toEqual([...new Set(items)]);
    }
  });

  test('a work whose text is here is suggested by its editions, not by its bare name', async () => {
    const kinds = (await suggest(await smallApi(), 'res 7', 20)).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['edition', 'edition']);
    expect(kinds).not.toContain('work');
    expect(kinds).not.toContain('reference');
  });
});

describe('fields', () => {
  test('the value that was begun is completed, and what stands before it kept', async () => {
    const api = await smallApi();
    for (const [typed, expected] of [
      ['body:wts', 'body:wtsa'],
      ['lamp -body:wts', 'lamp -body:wtsa'],
      ['"night lamp" type:reso', '"night lamp" type:resolution'],
      ['type:resolution year:202', 'type:resolution year:2024'],
      ['lamp OR actor:itu-t-sg', 'lamp OR actor:itu-t-sg-13'],
      ['section:instr', 'section:instructs'],
      ['has:foot', 'has:footnote'],
      ['lang:e', 'lang:en'],
      ['topic:li', 'topic:light'],
      ['work:wtsa/res', 'work:wtsa/resolution/7'],
      ['edition:2024', 'edition:2024'],
    ] as const) {
      const items = await suggest(api, typed);
      expect(fields(items)[0], `${typed}`).toBe(expected);
      expect(
        items.every(({ kind }) => kind === 'field'),
        `${typed}`,
      ).toBe(true);
    }
  });

  test('a value is found by what people call it', async () => {
    const api = await smallApi();
    expect(fields(await suggest(api, 'actor:study'))).toEqual(['actor:itu-t-sg-13']);
    expect(fields(await suggest(api, 'body:"world tele'))).toEqual(['body:wtsa']);
  });

  test('every completed query finds something', async () => {
    const api = await smallApi();
    for (const field of ['type', 'body', 'year', 'section', 'actor', 'topic', 'lang', 'work']) {
      const queries = fields(await suggest(api, `${field}:`, 20));
      expect(queries.length, `${field}`).toBeGreaterThan(0);
      for (const query of queries) {
        const found = await api.search({ query });
        expect(found.ok && found.value.total, `${query}`).toBeGreaterThan(0);
      }
    }
  });

  test('the most frequent value comes first', async () => {
    const api = await bundledApi();
    const [first, second] = fields(await suggest(api, 'type:re'));
    expect([first, second]).toEqual(['type:recommendation', 'type:resolution']);
  });

  test('the name of a field is suggested after the things that begin so', async () => {
    const items = await suggest(await smallApi(), 'top');
    expect(items.at(-1)).toEqual({ kind: 'field', text: 'topic:', address: '' });
    expect(fields(await suggest(await smallApi(), 'lamp year'))).toEqual(['lamp year:']);
  });

  test('a field that is complete narrows and names nothing: the words after it do', async () => {
    const items = await suggest(await smallApi(), 'type:resolution lighth');
    expect(items[0]?.address).toMatch(/^wtsa\/resolution\/7/);
  });

  test('no more are given than were asked for', async () => {
    const api = await bundledApi();
    for (const typed of ['type:', 'res', 'to', 'm.2083'])
      for (const limit of [1, 3])
        expect((await suggest(api, typed, limit)).length).toBeLessThanOrEqual(limit);
  });

  test('a value that is nowhere is suggested nothing for', async () => {
    expect(fields(await suggest(await smallApi(), 'body:zzzz'))).toEqual([]);
  });
});
