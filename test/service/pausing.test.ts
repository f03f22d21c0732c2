import { setImmediate as next } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Api, Call } from '../../main/contract/api.ts';
import { resolutionsApi } from '../fixtures/service.ts';
import { slowly } from '../fixtures/slowly.ts';

type Reckoned = (api: Api, call?: Call) => Promise<{ readonly ok: boolean }>;

const from = 'wtsa/resolution/92@2016';
const to = 'wtsa/resolution/92@2024';

const reckoned: readonly (readonly [name: string, ask: Reckoned])[] = [
  ['a comparison', (api, call) => api.compare({ from, to }, call)],
  ['the news', (api, call) => api.news({}, call)],
  ['the duties', (api, call) => api.duties({}, call)],
];

/** How often others could go first until the answer was there. */
async function pausesOf(answer: Promise<unknown>): Promise<number> {
  let pauses = 0;
  let other = setImmediate(goFirst);
  function goFirst(): void {
    pauses += 1;
    other = setImmediate(goFirst);
  }
  await answer;
  clearImmediate(other);
  return pauses;
}

describe.each(reckoned)('%s', (_name, ask) => {
  it('lets others go first at every provision where each takes long', async () => {
    // What is loaded on demand is loaded, and counts for nothing.
    await ask(await resolutionsApi());
    const api = await resolutionsApi();
    slowly();
    // The edition of 2016 has 35 provisions, that of 2024 has 52.
    expect(await pausesOf(ask(api))).toBeGreaterThan(35 + 52);
  });

  it('is called off once nobody waits for it, and is there for whoever asks again', async () => {
    const api = await resolutionsApi();
    slowly();
    const call = { aborted: false };
    const answer = ask(api, call);
    await next();
    call.aborted = true;
    expect(await answer).toMatchObject({ ok: false, error: { code: 'called-off' } });
    expect(await ask(api, { aborted: false })).toMatchObject({ ok: true });
  });

  it('goes on for the others when one of them leaves', async () => {
    const api = await resolutionsApi();
    slowly();
    const [leaving, staying] = [{ aborted: false }, { aborted: false }];
    const answers = [ask(api, leaving), ask(api, staying)];
    await next();
    leaving.aborted = true;
    expect(await answers[1]).toMatchObject({ ok: true });
  });

  it('begins anew for who comes when all others have just left', async () => {
    const api = await resolutionsApi();
    slowly();
    const call = { aborted: false };
    const left = ask(api, call);
    await next();
    call.aborted = true;
    const coming = ask(api);
    expect(await left).toMatchObject({ ok: false });
    expect(await coming).toMatchObject({ ok: true });
  });
});

it('two who ask for the same comparison at once are given one and the same', async () => {
  const api = await resolutionsApi();
  slowly();
  const [one, other] = await Promise.all([api.compare({ from, to }), api.compare({ from, to })]);
  expect(one.ok && other.ok && one.value === other.value).toBe(true);
});
