import type { Api } from '../contract/api.ts';

/** The readers of documents are loaded at the first call, since searching and showing never need them. */
export const parse: Api['parse'] = async ({ name, bytes }) => {
  const [{ readDocument }, { readEngines }] = await Promise.all([
    import('../documents/index.ts'),
    import('./engines.ts'),
  ]);
  return readDocument({ name, bytes, engines: await readEngines() });
};
