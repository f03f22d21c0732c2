/** Verbs that open a recital, as the family of texts uses them. */
const preambularVerbs = [
  'recalling',
  'considering',
  'noting',
  'recognizing',
  'recognising',
  'acknowledging',
  'bearing in mind',
  'keeping in mind',
  'taking into account',
  'taking into consideration',
  'taking note of',
  'taking note',
  'having considered',
  'having examined',
  'having noted',
  'having regard to',
  'having regard',
  'mindful',
  'aware',
  'conscious',
  'convinced',
  'concerned',
  'emphasizing',
  'emphasising',
  'stressing',
  'underlining',
  'highlighting',
  'welcoming',
  'reaffirming',
  'affirming',
  'reiterating',
  'appreciating',
  'observing',
  'understanding',
  'believing',
  'expecting',
  'desiring',
  'expressing its appreciation',
  'in view of',
];

/** Verbs that open an operative section; each may come with "further" or "also" on either side. */
const operativeVerbs = [
  'resolves',
  'decides',
  'instructs',
  'invites',
  'encourages',
  'urges',
  'requests',
  'calls upon',
  'authorizes',
  'authorises',
  'appeals to',
  'appeals',
];

/** What may follow "resolves to" or "decides to" and makes one phrase with it. */
const secondVerbs = [
  'instruct',
  'invite',
  'encourage',
  'request',
  'urge',
  'call upon',
  'authorize',
];

const oneOf = (words: readonly string[]): string =>
  `(?:${words.map((word) => word.replaceAll(' ', String.raw`\s`)).join('|')})`;

const preambular = new RegExp(
  String.raw`^(?:(?:further|also)\s)?${oneOf(preambularVerbs)}` +
    String.raw`(?:\s(?:further|also|again|in\sparticular))?` +
    String.raw`(?:\swith\s(?:appreciation|satisfaction|concern|interest|regret|gratitude))?(?![\p{L}\p{N}\-])`,
  'iu',
);
const operative = new RegExp(
  String.raw`^(?:(?:further|also)\s)?${oneOf(operativeVerbs)}` +
    String.raw`(?:\s(?:further|also)(?=\s|,|:|$))?(?:,?\s(?:further|also))?` +
    String.raw`(?:\sto\s(?:further\s)?${oneOf(secondVerbs)})?(?![\p{L}\p{N}\-])`,
  'iu',
);

/** The words that open a section: its kind, and what stands behind them on the same line. */
export interface Opening {
  readonly kind: string;
  readonly isOperative: boolean;
  /** The opening words as printed. */
  readonly words: string;
  /** Offset of what follows them. */
  readonly end: number;
}

/** The opening at the beginning of a paragraph; null where it does not open a section. */
export function readOpening(text: string): Opening | null {
  const match = operative.exec(text);
  const words = (match ?? preambular.exec(text))?.[0];
  if (words === undefined) return null;
  const kind = words.toLowerCase().replaceAll(/,?\s+/g, ' ');
  return { kind, isOperative: match !== null, words, end: words.length };
}

/** One to three bare words of which the first could be such a verb: "applauding", "commends further". */
const unknownOpening = /^\p{Ll}{3,20}(?:ing|s)(?: \p{Ll}{1,20}){0,2}$/u;

/**
 * An opening with a verb that is not in the lists above. It is taken for one only where the section before has
 * ended as sections end, with a comma: the caller knows that.
 */
export function readUnknownOpening(text: string): Opening | null {
  if (!unknownOpening.test(text)) return null;
  const isOperative = /^\p{Ll}+s(?: |$)/u.test(text) && !/^\p{Ll}+ing(?: |$)/u.test(text);
  return { kind: text, isOperative, words: text, end: text.length };
}
