import { verbsOf } from './verbs.ts';

/** The words that open a section: its kind, and what stands behind them on the same line. */
export interface Opening {
  readonly kind: string;
  readonly isOperative: boolean;
  /** The opening words as printed. */
  readonly words: string;
  /** Offset of what follows them, behind a comma or colon that stands there alone. */
  readonly end: number;
}

/** How one language opens sections. */
export interface Grammar {
  readonly preambular: RegExp;
  readonly operative: RegExp;
}

const oneOf = (words: readonly string[]): string =>
  `(?:${words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', String.raw`\s`))
    .join('|')})`;

const grammars = new Map<string, Grammar>();

/** The grammar of a language; built once. Every repetition in it is bounded. */
export function grammarOf(language: string): Grammar {
  const known = grammars.get(language);
  if (known !== undefined) return known;
  const verbs = verbsOf(language);
  const isSpaced = !language.startsWith('zh');
  const space = isSpaced ? String.raw`\s` : String.raw`\s?`;
  const ends = isSpaced ? String.raw`(?![\p{L}\p{N}\-])` : '';
  const additions = oneOf(verbs.additions);
  const before = `(?:${additions}${space}){0,2}`;
  const after = `(?:,?${space}${additions}${ends}){0,2}`;
  const manner = verbs.manner.length === 0 ? '' : `(?:${space}${oneOf(verbs.manner)})?`;
  const also = (list: readonly string[]) =>
    `(?:${space}${verbs.and}${space}(?:${additions}${space})?${oneOf(list)}(?=${isSpaced ? String.raw`[\s,:]|$` : ''}))?`;
  const link =
    verbs.link === ''
      ? ''
      : `${verbs.link}${verbs.link.startsWith('d') ? space.replace(/\??$/, '?') : space}`;
  const second = `(?:${space}${link}(?:${additions}${space})?${oneOf(verbs.second)}(?:${space}${verbs.and}${space}(?:${link})?${oneOf(verbs.second)})?)?`;
  const grammar: Grammar = {
    preambular: new RegExp(
      `^${before}${oneOf(verbs.preambular)}${ends}${after}${manner}${also(verbs.preambular)}${ends}`,
      'iu',
    ),
    operative: new RegExp(
      `^${before}${oneOf(verbs.operative)}${ends}${after}${also(verbs.operative)}${second}${ends}`,
      'iu',
    ),
  };
  grammars.set(language, grammar);
  return grammar;
}

/** Words behind which "to" is no infinitive's. */
export const toNouns =
  'related|relating|pertaining|pursuant|according|contributing|belonging|due|respect|regard|addition|access|relation|parties|contributors|reference';
/** What somebody is to do, where it stands in the heading itself. */
export const infinitive = new RegExp(
  String.raw`(?<!(?:${toNouns})) to (?!the |a |an |its |their |this |these |those |other |all |each |any |such )\p{Ll}`,
  'iu',
);

/** An ending that belongs to a phrase only where nothing else follows: "mindful of", "noting that:". */
const looseEnd = /^\s(?:of|that|to|the following)(?=[,:]?$)/u;

/** The opening at the beginning of a paragraph; null where it does not open a section. */
export function readOpening(text: string, grammar: Grammar): Opening | null {
  const match = grammar.operative.exec(text);
  const found = (match ?? grammar.preambular.exec(text))?.[0];
  if (found === undefined) return null;
  const words = found + (looseEnd.exec(text.slice(found.length))?.[0] ?? '');
  return { kind: kindOf(found), isOperative: match !== null, words, end: words.length };
}

const kindOf = (words: string): string => words.toLowerCase().replaceAll(/,?\s+/g, ' ');

/** Whether a paragraph is opening words and nothing else, but for a comma or colon. */
export const isBareOpening = (text: string, grammar: Grammar): boolean => {
  const opening = readOpening(text, grammar);
  return opening !== null && /^\s?[,:]?$/.test(text.slice(opening.end));
};

/** One to three bare words of which the first could be such a verb: "applauding", "commends further". */
const unknownOpening = /^(?<words>\p{L}\p{Ll}{2,19}(?:ing|s)(?: \p{Ll}{1,20}){0,2})(?<end>[,:]?)$/u;

/** A verb that is not in the lists, behind one of the words that go with verbs, and whom it speaks to. */
const unknownAddress =
  /^(?<words>(?:(?:further|also|strongly|again) )?\p{Ll}{3,20}(?:ies|[^su]s))(?= (?:the |all |ITU|Member|Sector|Study|TSAG|RAG|TDAG))(?=.{0,200}$)/u;

/**
 * An opening with a verb that is not in the lists above. It is taken for one only where the section before has
 * ended as sections end, with a comma: the caller knows that.
 */
export function readUnknownOpening(text: string, isBeforeItem: boolean): Opening | null {
  const bare = unknownOpening.exec(text)?.groups?.['words'];
  const words =
    bare ??
    (isBeforeItem && !/[.;,]$/.test(text)
      ? unknownAddress.exec(text)?.groups?.['words']
      : undefined);
  if (words === undefined) return null;
  const isOperative = !/^(?:(?:further|also|strongly|again) )?\p{L}+ing(?: |$)/iu.test(words);
  return { kind: kindOf(words), isOperative, words, end: words.length };
}

/** Openings of the General Assembly: a capital, then a participle ("Deploring"), an adjective or a verb ("Commends"). */
const assemblyAdverbs =
  '(?:(?:Also|Further|Strongly|Deeply|Gravely|Fully|Firmly|Once again|Again|Seriously|Solemnly|Profoundly|Urgently) )';
const assemblyPhrase = new RegExp(
  String.raw`^${assemblyAdverbs}{0,2}(?:bearing (?:also |further )?in mind|taking (?:also |further )?into (?:account|consideration)|taking note|having \p{Ll}+|expressing (?:its |deep )?\p{Ll}+|guided|mindful|aware|conscious|cognizant|convinced|concerned|alarmed|determined|disturbed|encouraged|inspired|persuaded|takes? note|calls? (?:up)?on|calls? for|looks forward|expresses (?:its |grave |deep |serious ){0,2}\p{Ll}+|pays tribute|\p{L}\p{Ll}{2,20}(?:ing|s))` +
    String.raw`(?: (?:also|further|again|once again|in particular|in this regard))?(?: with (?:(?:deep|great|grave|serious|utmost) )?(?:appreciation|satisfaction|concern|interest|regret|gratitude|approval|alarm|dismay)(?: and (?:satisfaction|appreciation|concern))?)?(?![\p{L}\p{N}\-])`,
  'iu',
);

/** The opening of a paragraph of a General Assembly resolution, where each is a section of its own. */
export function readAssemblyOpening(text: string, isNumbered: boolean): Opening | null {
  if (!/^\p{Lu}/u.test(text)) return null;
  const words = assemblyPhrase.exec(text)?.[0];
  if (words === undefined) return null;
  const kind = kindOf(words);
  const isParticiple = /(?:^|\s)\p{L}+ing(?:\s|$)/u.test(kind.split(' with ')[0] ?? '');
  // "This", "Countries": a noun or pronoun is no verb. Only a number tells an operative verb from one.
  const isOperative = /(?:^|\s)(?!this|its|as|in)\p{L}{3,}s(?:\s|$)/u.test(kind) && !isParticiple;
  if (isOperative && !isNumbered && !grammarOf('en').operative.test(words)) return null;
  return { kind, isOperative, words, end: words.length };
}
