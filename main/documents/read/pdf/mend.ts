/** What a line's end and the next line's beginning become. */
type Joint = 'space' | 'nothing' | 'drop-hyphen';

/** What the document's own words say about a word that is broken at a line's end. */
export interface Vocabulary {
  /** In lower case, each as it stands inside some line. */
  readonly words: ReadonlySet<string>;
  readonly compounds: ReadonlySet<string>;
}

const betweenWords = /[^\p{L}\u2010\u2011-]+/u;

/**
 * The words inside the lines: the first and the last one of a line may be a part of a word. They are gathered when the
 * first broken word is met, since many documents have none.
 */
export function vocabularyOf(lines: () => Iterable<string>): () => Vocabulary {
  let vocabulary: Vocabulary | undefined;
  return () => (vocabulary ??= gather(lines()));
}

function gather(lines: Iterable<string>): Vocabulary {
  const met = new Set<string>();
  for (const line of lines) {
    for (const found of line.split(betweenWords).slice(1, -1)) met.add(found);
  }
  const words = new Set<string>();
  const compounds = new Set<string>();
  for (const found of met) {
    if (/[-\u2010\u2011]/.test(found)) compounds.add(plain(found));
    else words.add(found.toLowerCase());
  }
  return { words, compounds };
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\u2010\u2011]/g, '-');

/** First parts that English, French and Spanish join with a hyphen. */
const joiningPart =
  /^(?:non|self|multi|cross|co|well|ex|all|half|semi|quasi|long|short|high|low|real|third|anti|pre|post|sub|inter|intra|end|point|peer|machine|user|cost|state|so|vice|sous|mi|demi|socio|narrow|wide|broad|open|right|decision|policy|follow|near|face|large|small|fixed|on|off|up|full|two|three|four|one|first|second|year|day)$/;

/** Ends of words that are no words themselves: what stands before the hyphen is then a part of the same word. */
const endOfWord =
  /^(?:\p{L}{0,2}(?:[ts]ions?|ments?|ings?|it(?:y|ies)|ness|[ai]bles?|[ae]nc(?:e|y|ies)|al(?:ly|s)?|(?:al)?i[sz](?:e|ed|es|ing|ations?)|ti?ve(?:ly|s)?|ous(?:ly)?|ures?|ates?|ated|ating|ators?|ers?|ors?|ed|ly|ent|ant|ary|ory|ies|ics?|ical(?:ly)?|graphy?|logy|logies|nology|nologies|ción|ciones|miento|mientos|mente|dad|dades|tés?|ement|ements|ques?|tique|tiques|ния|ние|ний|ции|ция|ций|ного|ными?|ных|ской|ский|ского|ских|ность|ности))$/u;

const chinese = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/**
 * How two lines join. A hyphen at the end is dropped only where the document's own words, or the shape of the parts,
 * make it certain that it broke a word; otherwise it belongs there (IMT-2020, long-term).
 */
export function jointOf(before: string, after: string, vocabulary: () => Vocabulary): Joint {
  const end = before.at(-1) ?? '';
  const start = after.at(0) ?? '';
  if (chinese.test(end) && chinese.test(start)) return 'nothing';
  if (end === '\u00ad') return 'drop-hyphen';
  if (/[\p{L}\p{N}][/\u2011]$/u.test(before) && /[\p{L}\p{N}]/u.test(start)) return 'nothing';
  if (/\p{N}[\u2012\u2013]$/u.test(before) && /\p{N}/u.test(start)) return 'nothing';
  if (!/[\p{L}\p{N}][-\u2010]$/u.test(before)) return 'space';
  if (!/\p{L}/u.test(start)) return /\p{N}/u.test(start) ? 'nothing' : 'space';
  if (!/\p{Ll}/u.test(start)) return 'nothing';
  const first = /([\p{L}\p{N}\u2011-]+)[-\u2010]$/u.exec(before)?.[1] ?? '';
  const second = /^\p{L}+/u.exec(after)?.[0] ?? '';
  // A hanging hyphen: "short- and long-term".
  if (/^(?:and|or|to|et|ou|y|o|и|или|и\/или)$/u.test(second)) return 'space';
  return isBroken(first, second, vocabulary()) ? 'drop-hyphen' : 'nothing';
}

function isBroken(first: string, second: string, { words, compounds }: Vocabulary): boolean {
  if (!/^\p{L}+$/u.test(first) || !/\p{Ll}$/u.test(first)) return false;
  const head = first.toLowerCase();
  const tail = second.toLowerCase();
  if (compounds.has(`${head}-${tail}`)) return false;
  if (words.has(head + tail)) return true;
  if (joiningPart.test(head)) return false;
  if (words.has(tail)) return false;
  if (!words.has(head)) return true;
  return endOfWord.test(tail);
}
