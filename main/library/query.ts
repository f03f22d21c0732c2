/** One thing that must be in a text: a word, or the words of a phrase in their order; `isPrefix`: its last word goes on. */
export interface Term {
  readonly text: string;
  readonly isPrefix: boolean;
}

/** What stands between two `OR`s: all of `wanted` and none of `unwanted`. `wanted` is never empty. */
export interface Branch {
  readonly wanted: readonly Term[];
  readonly unwanted: readonly Term[];
}

type QueryNote = 'read-as-plain-words' | 'no-words' | 'query-shortened';

/** A text matches when one of the branches does. No branches: the query holds no word. */
export interface ParsedQuery {
  readonly branches: readonly Branch[];
  readonly notes: readonly QueryNote[];
}

/** A longer query is cut here, and says so. Far more than a person types; it bounds the work of one query. */
const maxLength = 400;
const maxTerms = 24;

type Token =
  | { readonly kind: 'or' }
  | { readonly kind: 'term'; readonly term: Term; readonly isUnwanted: boolean };

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** U+0000 would end the text for SQLite; the curly quotation marks are what keyboards and copied texts give. */
const tidy = (text: string): string =>
  text.replace(/\0/g, ' ').replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"');

const tokenPattern = /(?<minus>-?)(?:"(?<phrase>[^"]*)"(?<star>\*?)|(?<word>[^\s"]+))/gy;

/** Null: the text does not follow the language (a quotation mark without its partner, or one inside a word). */
function readTokens(text: string): Token[] | null {
  const tokens: Token[] = [];
  let rest = 0;
  while (rest < text.length) {
    const space = /\s+/y;
    space.lastIndex = rest;
    if (space.test(text)) {
      rest = space.lastIndex;
      continue;
    }
    tokenPattern.lastIndex = rest;
    const groups = tokenPattern.exec(text)?.groups;
    if (groups === undefined) return null;
    rest = tokenPattern.lastIndex;
    const next = text[rest];
    if (next !== undefined && !/\s/.test(next)) return null;
    const token = readToken(groups);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

function readToken(groups: Record<string, string | undefined>): Token | null {
  const isUnwanted = groups['minus'] === '-';
  const { word, phrase } = groups;
  if (word === 'OR' && !isUnwanted) return { kind: 'or' };
  const text = phrase ?? word ?? '';
  if (!hasWord(text)) return null;
  const isPrefix = word === undefined ? groups['star'] === '*' : /[\p{L}\p{N}]\*$/u.test(word);
  return { kind: 'term', term: { text, isPrefix }, isUnwanted };
}

/** Null: an `OR` with nothing on one side of it, or a branch that only says what is not wanted. */
function readBranches(tokens: readonly Token[]): Branch[] | null {
  const branches: { wanted: Term[]; unwanted: Term[] }[] = [{ wanted: [], unwanted: [] }];
  for (const token of tokens) {
    if (token.kind === 'or') branches.push({ wanted: [], unwanted: [] });
    else branches.at(-1)?.[token.isUnwanted ? 'unwanted' : 'wanted'].push(token.term);
  }
  return branches.every(({ wanted }) => wanted.length > 0) ? branches : null;
}

/**
 * Reads what a person typed: words (all must be there), `"an exact phrase"`, `prefix*`, `-not`, and `OR`, which
 * parts the query into alternatives. Any text is a query: one that breaks these rules is read as plain words, and
 * a note says so.
 *
 * @example parseQuery('slicing -radio OR "core network"').branches.length
 * // => 2
 */
export function parseQuery(typed: string): ParsedQuery {
  const notes: QueryNote[] = [];
  const text = tidy(typed.slice(0, maxLength));
  const tokens = readTokens(text);
  const terms = tokens?.filter((token) => token.kind === 'term') ?? [];
  const isShort = typed.length <= maxLength && terms.length <= maxTerms;
  const branches = tokens === null || terms.length > maxTerms ? null : readBranches(tokens);
  if (branches !== null) {
    if (!isShort) notes.push('query-shortened');
    return { branches, notes };
  }

  const words = text.split(/[\s"]+/).filter(hasWord);
  if (words.length === 0) return { branches: [], notes: ['no-words'] };
  if (!isShort || words.length > maxTerms) notes.push('query-shortened');
  // A long list of well-formed words is only shortened; it is not misread.
  const isPlain =
    tokens !== null &&
    tokens.every((token) => token.kind === 'term' && !token.isUnwanted && !token.term.isPrefix);
  if (!isPlain) notes.push('read-as-plain-words');
  const wanted = words.slice(0, maxTerms).map((word) => ({ text: word, isPrefix: false }));
  return { branches: [{ wanted, unwanted: [] }], notes };
}
