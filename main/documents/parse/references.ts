import type { Annex, Citation, Provision, Reference, Section } from '../../contract/document.ts';

/** Where a mention inside the document may lead. */
export interface Places {
  /** Every address of a section, a provision or an annex. */
  readonly addresses: ReadonlySet<string>;
  /** Sections in order: the words that mention one, and its address. */
  readonly sections: readonly { readonly words: string; readonly address: string }[];
  /** "resolution", "decision": what the document calls itself. */
  readonly type: string;
  /** In a resolution of the General Assembly: the section that a numbered paragraph stands in. */
  readonly numbered: ReadonlyMap<string, string>;
}

export function placesOf(
  sections: readonly Section[],
  annexes: readonly Annex[],
  type: string,
): Places {
  const addresses = new Set<string>();
  const numbered = new Map<string, string>();
  const visit = (provision: Provision): void => {
    addresses.add(provision.address);
    provision.provisions.forEach(visit);
  };
  for (const { address, provisions } of [...sections, ...annexes]) {
    addresses.add(address);
    provisions.forEach(visit);
  }
  for (const { provisions } of sections) {
    for (const { path, address } of provisions) {
      if (/^\d+$/.test(path) && !numbered.has(path)) numbered.set(path, address);
    }
  }
  const named = sections.flatMap(({ kind, heading, address }) => {
    const whole = heading.toLowerCase().replace(/[,:]$/, '');
    return [{ words: whole, address }].concat(whole === kind ? [] : [{ words: kind, address }]);
  });
  return { addresses, sections: named, type, numbered };
}

const label = String.raw`(?:\(?[a-z]{1,3}\)(?:bis|ter)?|\d{1,3}(?:\.\d{1,3}){0,5}(?:bis|ter)?(?![\p{L}\p{N}/]|\.\d))`;
const chain = String.raw`${label}(?:\s?${label}){0,3}`;
const chains = new RegExp(
  String.raw`\s(?:\p{L}{4,12}\s)?(?<first>${chain})(?<more>(?:\s?(?:,|and|or|to|,\s?and)\s${chain}){0,12})`,
  'uy',
);
const eachChain = new RegExp(chain, 'gu');

/**
 * The mentions of places in the same document, in order, without overlap with each other or with `citations`. Only a
 * mention that leads somewhere is one. The first member of a list begins at its section's words.
 */
export function findReferences(
  text: string,
  citations: readonly Citation[],
  places: Places,
): readonly Reference[] {
  const found = [
    ...ownAnnexes(text, places),
    ...ownSections(text, places),
    ...ownParagraphs(text, places),
    ...ownName(text, places),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Reference[] = [];
  for (const reference of found) {
    const isCited = citations.some(
      ({ start, end }) => reference.start < end && start < reference.end,
    );
    if (!isCited && reference.start >= (kept.at(-1)?.end ?? 0)) kept.push(reference);
  }
  return kept;
}

const reference = (text: string, start: number, end: number, address: string): Reference => ({
  start,
  end,
  text: text.slice(start, end),
  address,
});

/** "this resolution", "the present decision", "this updated resolution". */
function ownName(text: string, { type }: Places): readonly Reference[] {
  const name = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:this|the present)\s(?:(?:present|updated|revised|new)\s)?${type}(?![\p{L}\p{N}])`,
    'giu',
  );
  return Array.from(text.matchAll(name), ({ index, 0: words }) =>
    reference(text, index, index + words.length, ''),
  );
}

const annexMention =
  /(?<![\p{L}\p{N}])(?<kind>annex|appendix|attachment)(?:es)?(?:\s(?<first>[A-Z]|\d{1,2}|[IVX]{1,4})(?![\p{L}\p{N}]|[.\-\u2011]\d)(?:\s(?:and|to)\s(?<second>[A-Z]|\d{1,2})(?![\p{L}\p{N}]|\.\d))?)?(?<own>\s(?:to|of)\sthis\s\p{L}{5,14}(?![\p{L}]))?(?<other>\s(?:to|of)\s(?:\p{Lu}|the\s))?/giu;

/** "Annex 1 to this resolution", "Annex 2", "the annex". What belongs to another text is none. */
function ownAnnexes(text: string, { addresses, type }: Places): readonly Reference[] {
  return Array.from(text.matchAll(annexMention)).flatMap(({ index, groups = {}, 0: words }) => {
    const { kind = '', first, second, own = '', other } = groups;
    if (other !== undefined || (own !== '' && !own.toLowerCase().endsWith(` ${type}`))) return [];
    const name = (number: string | undefined): string =>
      `${kind}${number === undefined ? '' : `-${number}`}`.toLowerCase();
    // "the annex" of a text that has but one may stand for "Annex 1".
    const only = addresses.has(`${kind}-2`.toLowerCase()) ? '' : `${kind}-1`.toLowerCase();
    const address = addresses.has(name(first)) ? name(first) : first === undefined ? only : '';
    if (!addresses.has(address)) return [];
    const end = index + words.length;
    if (second === undefined || !addresses.has(name(second))) {
      return [reference(text, index, end, address)];
    }
    const secondAt = index + words.slice(0, words.length - own.length).lastIndexOf(second);
    const firstEnd = index + words.indexOf(first ?? '', kind.length) + (first ?? '').length;
    return [
      reference(text, index, firstEnd, address),
      reference(text, secondAt, end, name(second)),
    ];
  });
}

/** "considering e)", "resolves 1 and 2", "instructs the Director of TSB 3". */
function ownSections(text: string, { sections, addresses }: Places): readonly Reference[] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const found: Reference[] = [];
  for (const words of new Set(sections.map((section) => section.words))) {
    if (words === '') continue;
    for (let at = lower.indexOf(words); at !== -1; at = lower.indexOf(words, at + words.length)) {
      const isInWord = /[\p{L}\p{N}]/u.test(text.charAt(at - 1));
      const candidates = sections.filter((section) => section.words === words);
      if (!isInWord) found.push(...readChains(text, at, words.length, candidates, addresses));
    }
  }
  // The longest words win where several begin at one place: the caller keeps the first of each place.
  return found;
}

function readChains(
  text: string,
  at: number,
  length: number,
  candidates: readonly { readonly address: string }[],
  addresses: ReadonlySet<string>,
): readonly Reference[] {
  chains.lastIndex = at + length;
  const match = chains.exec(text);
  if (match === null) {
    const [whole] = candidates;
    const isWhole = /^\s(?:above|below)(?!\p{L})/u.test(text.slice(at + length, at + length + 8));
    return isWhole && whole !== undefined ? [reference(text, at, at + length, whole.address)] : [];
  }
  const from = match.index + match[0].indexOf(match.groups?.['first'] ?? '');
  const list = text.slice(from, match.index + match[0].length);
  const found: Reference[] = [];
  for (const { index, 0: words } of list.matchAll(eachChain)) {
    const path = pathOf(words);
    const section = candidates.find(({ address }) => addresses.has(`${address}.${path}`));
    if (section === undefined) break;
    const start = found.length === 0 ? at : from + index;
    found.push(reference(text, start, from + index + words.length, `${section.address}.${path}`));
  }
  return found;
}

/** "2 a) i)" as a path: "2.a.i". */
const pathOf = (words: string): string =>
  Array.from(
    words.matchAll(/([a-z]{1,3})\)(bis|ter)?|(\d[\d.]*(?:bis|ter)?)/gu),
    (part) => part[3] ?? (part[2] === undefined ? part[1] : `${part[1]}-${part[2]}`),
  ).join('.');

/** "paragraph 5 above", "paragraphs 5 and 6 of the present resolution" of the General Assembly. */
function ownParagraphs(text: string, { numbered, type }: Places): readonly Reference[] {
  const mention = new RegExp(
    String.raw`(?<![\p{L}\p{N}])paragraphs?\s(?<first>\d{1,3})(?:\s(?:and|to)\s(?<second>\d{1,3}))?\s(?:above|below|of\s(?:this|the\spresent)\s${type})`,
    'giu',
  );
  const found: Reference[] = [];
  for (const { index, groups = {}, 0: words } of text.matchAll(mention)) {
    const { first = '', second } = groups;
    const firstEnd = index + words.indexOf(first) + first.length;
    const one = numbered.get(first);
    if (one !== undefined) found.push(reference(text, index, firstEnd, one));
    if (second === undefined) continue;
    const two = numbered.get(second);
    const secondAt = index + words.lastIndexOf(second);
    if (two !== undefined) found.push(reference(text, secondAt, secondAt + second.length, two));
  }
  return found;
}
