import { assert, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeField, readQuery, type QueryField } from '../../../main/library/query/index.ts';

const held: Partial<Record<QueryField, [value: string, count: number, text: string][]>> = {
  type: [
    ['recommendation', 150, 'Recommendation'],
    ['report', 20, 'Report'],
    ['resolution', 300, 'Resolution'],
    ['tour', 8, 'Tour'],
  ],
  section: [
    ['resolves to invite', 5, 'resolves to invite'],
    ['resolves', 9, 'resolves'],
    ['invites', 7, 'invites'],
  ],
  actor: [
    ['itu-t-sg-13', 12, 'ITU-T Study Group 13'],
    ['director-tsb', 10, 'Director of TSB'],
  ],
  work: [['wtsa/resolution/92', 90, 'WTSA Resolution 92']],
};
const values = (field: QueryField) =>
  (held[field] ?? []).map(([value, count, text]) => ({ value, count, text }));
const complete = (typed: string, cursor?: number) => completeField(typed, cursor, values);
const inserts = (typed: string): string[] => complete(typed).map(({ insert }) => insert);

describe('the field at the cursor', () => {
  it('offers all its values, most frequent first', () => {
    expect(inserts('slicing type:')).toEqual([
      'type:resolution ',
      'type:recommendation ',
      'type:report ',
      'type:tour ',
    ]);
  });

  it('offers the values that begin as typed', () => {
    expect(complete('slicing type:rec')).toEqual([
      {
        field: 'type',
        value: 'recommendation',
        text: 'Recommendation',
        count: 150,
        start: 8,
        end: 16,
        insert: 'type:recommendation ',
      },
    ]);
  });

  it('offers what begins so before what has a word that does', () => {
    expect(inserts('section:inv')).toEqual(['section:invites ', 'section:"resolves to invite" ']);
  });

  it('knows values by the names that people read', () => {
    expect(inserts('actor:study')).toEqual(['actor:itu-t-sg-13 ']);
    expect(inserts('work:92')).toEqual(['work:wtsa/resolution/92 ']);
  });

  it('goes on in an open quotation mark', () => {
    expect(inserts('section:"resolves to')).toEqual(['section:"resolves to invite" ']);
    expect(inserts('section:\u201cresolves to')).toEqual(['section:"resolves to invite" ']);
  });

  it('keeps the minus before it', () => {
    expect(complete('a -type:to')).toMatchObject([{ start: 3, insert: 'type:tour ' }]);
  });

  it('is the one before the cursor, not the last one', () => {
    expect(complete('type:to slicing', 7)).toMatchObject([{ start: 0, end: 7, value: 'tour' }]);
    expect(complete('type:to slicing')).toEqual([]);
  });

  it('is one of the language', () => {
    expect(complete('http:')).toEqual([]);
    expect(complete('mytype:to')).toEqual([]);
  });

  it('is none inside a phrase', () => {
    expect(complete('"about type:to')).toEqual([]);
    expect(complete('"about ty')).toEqual([]);
  });
});

describe('the beginning of a name', () => {
  it('is completed from two letters on', () => {
    expect(complete('slicing ac')).toEqual([
      {
        field: 'actor',
        value: null,
        text: 'actor:',
        count: null,
        start: 8,
        end: 10,
        insert: 'actor:',
      },
    ]);
    expect(complete('slicing a')).toEqual([]);
  });

  it('asks for no values', () => {
    completeField('slicing ac', undefined, () => expect.fail('nothing is asked of the library'));
  });
});

describe('whatever is typed', () => {
  it('a completed value is read as that field', () => {
    for (const typed of ['slicing type:re', 'section:res', 'x actor:'])
      for (const { field, value, start, end, insert } of complete(typed)) {
        const { query, remarks } = readQuery(typed.slice(0, start) + insert + typed.slice(end));
        expect(remarks).toEqual([]);
        expect(query.branches[0]?.at(-1)?.of).toEqual({ kind: 'field', field, value });
      }
  });

  it('a completion stands within what was typed', () => {
    assert(
      property(string({ unit: 'binary' }), nat(20), (typed, cursor) => {
        for (const { start, end } of complete(`${typed} type:`, cursor)) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(typed.length + 6);
        }
      }),
    );
  });
});
