import type { Matched } from './need.ts';
import type { Pace } from './pace.ts';
import { feedbackTerms, mostExamples, type Example, type FeedbackTerm } from './feedback.ts';

/** Of fewer words, or among fewer hits, the best entries are too often best by chance. */
const fewestWords = 4;
const fewestHits = 4 * mostExamples;

/**
 * What the best entries for a sentence have in common, to be counted besides its words; `words` is how many of those stand
 * anywhere. Nothing where two libraries are read together, since they cannot tell alike: the entries of one would fall behind
 * for that alone.
 */
export async function speakAlike(
  words: number,
  found: readonly Matched[],
  pace: Pace,
): Promise<FeedbackTerm[]> {
  const [only, ...others] = found.filter(({ total }) => total > 0);
  if (only === undefined || others.length > 0) return [];
  if (words < fewestWords || only.total < fewestHits) return [];
  const examples: Example[] = [];
  for (const { entry, score } of await only.best(mostExamples, [])) {
    const frequencies = only.termsOf(entry);
    if (frequencies !== null) examples.push({ score, frequencies });
    await pace.rest();
  }
  return feedbackTerms(examples);
}
