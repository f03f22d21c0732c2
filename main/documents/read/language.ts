import { detectAll } from 'tinyld';
import type { Block } from './blocks.ts';

/** BCP 47; `und` where it cannot be told. */
export interface Language {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

const known: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'ru', 'zh', 'ar']);
const latin = ['en', 'fr', 'es'];

/** Enough for certainty; statistics on a whole book would only cost time. */
const sampleSize = 20_000;

/** Fewer letters than this are a number or a name, in no language. */
const leastLetters = 12;

/** Words that each language uses in every sentence and the other two never. */
const tellingWords: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:the|of|and|to|is|are|that|with|for|by|this|which|not)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|les|des|du|et|est|une|dans|aux|qui|par|pour|sur|au|cette|à|ne|pas)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|los|las|del|y|una|por|para|con|que|su|al|esta|este|lo|como)(?!\p{L})/giu,
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Headings and long paragraphs alike, from all over the document: its first page may be in another language. */
function sampleOf(blocks: readonly Block[]): string {
  const step = Math.max(1, Math.floor(blocks.length / 400));
  let sample = '';
  for (let index = 0; index < blocks.length && sample.length < sampleSize; index += step) {
    const block = blocks[index];
    const words =
      block?.table === undefined
        ? (block?.figure?.caption ?? block?.text ?? '')
        : block.table.rows.flatMap((row) => row.map(({ text }) => text)).join(' ');
    sample += `${words.slice(0, 1000)}\n`;
  }
  return sample;
}

/**
 * The language of a text and the direction it is written in. The script decides first, since it cannot be mistaken and is found in
 * a single word: Arabic and Han and Cyrillic letters are three of the Union's six languages. English, French and Spanish are told
 * by their commonest words, and a text without such words by the statistics of its letters.
 * `named` is the language that the file itself names: it wins unless the text says another with certainty, since word
 * processors write the language of their own menus into files of any language.
 */
export function detectLanguage(blocks: readonly Block[], named?: string | null): Language {
  const sample = sampleOf(blocks);
  const found = languageOf(sample, tagOf(named));
  return { language: found, direction: found === 'ar' ? 'rtl' : directionOf(sample) };
}

const tagOf = (named: string | null | undefined): string | null => {
  const tag = /^([a-z]{2})(?:[-_]|$)/i.exec(named?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
  return tag !== null && known.has(tag) ? tag : null;
};

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;

const directionOf = (sample: string): 'ltr' | 'rtl' =>
  count(sample, rightToLeft) > count(sample, /\p{L}/gu) / 2 ? 'rtl' : 'ltr';

function languageOf(sample: string, named: string | null): string {
  const letters = count(sample, /\p{L}/gu);
  const scripts = [
    ['ar', count(sample, /\p{Script=Arabic}/gu)],
    // A Chinese character says as much as a few letters do.
    ['zh', 3 * count(sample, /\p{Script=Han}/gu)],
    ['ru', count(sample, /\p{Script=Cyrillic}/gu)],
    ['', count(sample, /\p{Script=Latin}/gu)],
  ] as const;
  const [script, amount] = scripts.reduce((a, b) => (b[1] > a[1] ? b : a));
  if (amount === 0 || amount < letters / 3) return named ?? 'und';
  if (script === 'zh' && count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > amount / 20)
    return 'und';
  if (script !== '') return script;
  const ranked = latin
    .map((language) => [language, count(sample, tellingWords[language] ?? /(?!)/g)] as const)
    .toSorted((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  const isCertain = best !== undefined && best[1] >= 4 && best[1] >= 3 * (second?.[1] ?? 0);
  if (!isCertain && named !== null && latin.includes(named)) return named;
  if (best !== undefined && best[1] >= 2 && best[1] >= 1.5 * (second?.[1] ?? 0)) return best[0];
  if (letters < leastLetters) return 'und';
  const [guess] = detectAll(sample.slice(0, 5000), { only: latin });
  return guess?.lang ?? 'und';
}
