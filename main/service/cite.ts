import type { Api } from '../contract/api.ts';
import { done } from '../contract/failure.ts';

/** The reader of documents is loaded at the first call, since searching and showing never need it. */
export const cite: Api['cite'] = async ({ text }) => {
  const { findCitations } = await import('../documents/index.ts');
  return done(findCitations(text));
};
