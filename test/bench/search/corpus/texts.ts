import { below, normal, oneOf, type Random } from './random.ts';
import { drawIdentifier, type Vocabulary } from './words.ts';

/** Bytes of a provision: log-normal, so that few are very long; with the last word, which is not cut, the mean is 370. */
const deviation = 0.6;
const median = 362 / Math.exp(deviation ** 2 / 2);
const shortest = 30;
const longest = 4000;

const shareOfIdentifiers = 0.05;
const shareOfCompounds = 0.02;
/** What a document is about comes back in it (words are bursty): this share of its words is drawn from a few. */
const shareOfTopic = 0.12;
const topicWords = 14;
const shareOfCommas = 0.06;

/** The words that come back in one document: neither the commonest nor the rarest. */
export const drawTopic = (vocabulary: Vocabulary, random: Random): string[] =>
  Array.from(
    { length: topicWords },
    () => vocabulary.words[Math.floor(150 * (20_000 / 150) ** random())] ?? '',
  );

export interface Source {
  readonly vocabulary: Vocabulary;
  readonly topic: readonly string[];
  readonly random: Random;
}

export function drawWord({ vocabulary, topic, random }: Source): string {
  const kind = random();
  if (kind < shareOfIdentifiers) return drawIdentifier(random);
  if (kind < shareOfIdentifiers + shareOfCompounds) {
    return `${vocabulary.draw(random)}-${vocabulary.draw(random)}`;
  }
  return kind < shareOfIdentifiers + shareOfCompounds + shareOfTopic
    ? oneOf(random, topic)
    : vocabulary.draw(random);
}

/** A provision's words. */
export function drawText(source: Source): string {
  const { random } = source;
  const wanted = Math.min(
    longest,
    Math.max(shortest, median * Math.exp(deviation * normal(random))),
  );
  let text = oneOf(random, ['that', 'to', 'that the']);
  while (text.length < wanted) {
    text += `${random() < shareOfCommas ? ',' : ''} ${drawWord(source)}`;
  }
  return `${text};`;
}

/** The same provision in the next edition: most stay as they are, some lose a word to another, few are written anew. */
export function amendText(text: string, source: Source): string {
  const { random } = source;
  const fate = random();
  if (fate < 0.7) return text;
  if (fate < 0.85) {
    const words = text.split(' ');
    words[1 + below(random, Math.max(1, words.length - 2))] = drawWord(source);
    return words.join(' ');
  }
  return drawText(source);
}
