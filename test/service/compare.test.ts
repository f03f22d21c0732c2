import { describe, expect, it } from 'vitest';
import { resolutionsApi } from '../fixtures/service.ts';

describe('the service method compare', () => {
  it('answers the same value again, the other way round its own', async () => {
    const api = await resolutionsApi();
    const from = 'wtsa/resolution/92@2016';
    const to = 'wtsa/resolution/92@2024';
    const first = await api.compare({ from, to });
    const second = await api.compare({ from, to });
    const back = await api.compare({ from: to, to: from });
    expect(second).toStrictEqual(first);
    expect(back).toMatchObject({ ok: true, value: { from: to, to: from } });
    const count = (answer: typeof first, status: string): number =>
      answer.ok ? answer.value.rows.filter((row) => row.status === status).length : -1;
    expect(count(first, 'new')).toBe(24);
    expect(count(back, 'new')).toBe(7);
    expect(count(back, 'removed')).toBe(24);
  });

  it('an edition against itself has nothing but the same', async () => {
    const api = await resolutionsApi();
    const one = 'wtdc/resolution/43@2017';
    const answer = await api.compare({ from: one, to: one });
    expect(answer.ok && new Set(answer.value.rows.map(({ status }) => status))).toStrictEqual(
      new Set(['same']),
    );
  });

  it('a section or a provision is no edition', async () => {
    const api = await resolutionsApi();
    const answer = await api.compare({
      from: 'wtsa/resolution/92@2016#considering.a',
      to: 'wtsa/resolution/92@2024',
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'malformed-address' } });
  });
});
