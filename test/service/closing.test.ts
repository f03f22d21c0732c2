import { expect, test } from 'vitest';
import { openService } from '../../main/service/index.ts';
import { compileResolutions } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

test('what is on its way when the libraries are closed is called off, not a bug', async () => {
  const libraryFile = await compileResolutions(temporaryFolder());
  const opened = openService({ libraryFile, version: '0.0.0' });
  if (!opened.ok) throw new Error(opened.error.message);
  const { api, close } = opened.value;
  const underway = ['roadmap', 'standardizashun', 'Res 92'].flatMap((words) => [
    api.search({ query: words }),
    api.suggest({ prefix: words }),
  ]);
  close();
  for (const reply of await Promise.all(underway))
    expect(reply.ok || reply.error.code === 'called-off').toBe(true);
  const late = await api.search({ query: 'roadmap' });
  expect(late).toMatchObject({ ok: false, error: { code: 'called-off' } });
});
