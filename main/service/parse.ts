import type { Api } from '../contract/api.ts';

/** The reader of documents is loaded at the first call, since searching and showing never need it. */
export const parse: Api['parse'] = async ({ name, bytes }) => {
  const { readDocument } = await import('../documents/index.ts');
  return readDocument({ name, bytes });
};
