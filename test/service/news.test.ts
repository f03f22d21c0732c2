import { expect, it } from 'vitest';
import { resolutionsApi } from '../fixtures/service.ts';

it('what is new in Resolution 92 is told in the figures of its comparison', async () => {
  const api = await resolutionsApi();
  const [news, compared] = await Promise.all([
    api.news({}),
    api.compare({ from: 'wtsa/resolution/92@2016', to: 'wtsa/resolution/92@2024' }),
  ]);
  if (!news.ok || !compared.ok) throw new Error('It was not answered.');
  // Of Resolution 43 there is one edition alone, which is not compared.
  const [one, ...others] = news.value.editions;
  expect(others).toEqual([]);
  expect(one).toMatchObject({ edition: { year: 2024 }, before: { year: 2016 } });
  const countOf = (status: string): number =>
    compared.value.rows.filter((row) => row.status === status).length;
  const statuses = ['same', 'amended', 'moved', 'new', 'removed'];
  expect(one?.figures).toEqual(
    Object.fromEntries(statuses.map((status) => [status, countOf(status)])),
  );
});

it('among the new provisions those come first that ask something of somebody', async () => {
  const api = await resolutionsApi();
  const news = await api.news({});
  const added = news.ok ? (news.value.editions[0]?.added ?? []) : [];
  expect(added.length).toBeGreaterThan(0);
  for (const { address, heading, text } of added) {
    // The text of 2024 invites and instructs; that of 2016 has none of these words.
    expect(heading).toMatch(/^(?:resolves|invites|instructs|encourages)/);
    expect(text.length).toBeLessThan(230);
    const shown = await api.show({ address });
    expect(shown).toMatchObject({ ok: true, value: { kind: 'provision' } });
  }
});
