import type { Annex, Provision, Reference, Section } from '../../../contract/document.ts';

/** "clause 6.1.2", "clauses 6 and 7.1", "Annex A", "Appendix I", "this Recommendation". */
const mention =
  /(?<![\p{L}\p{N}])(?:(?<word>clauses?|subclauses?|sections?|§§?|annex|appendix|chapter)\s{1,3}(?<first>[A-Z]?\d{0,3}(?:\.\d{1,3}){0,6}|[IVX]{1,5}(?:\.\d{1,3}){0,6}|[A-Z](?:\.\d{1,3}){0,6})|this (?:Recommendation|Report|Handbook))(?![\p{L}\p{N}]|\.\d)/giu;
/** A further member of a list: ", 6.2", " and 7.1". */
const more =
  /(?:\s?,\s?(?:and\s)?|\s(?:and|or|to)\s)(?<next>[A-Z]?\d{0,3}(?:\.\d{1,3}){1,6}|\d{1,3})(?![\p{L}\p{N}]|\.\d)/uy;
/** Behind a mention these words say that the place is in another document. */
const elsewhere =
  /^\s{0,3}(?:\(.{0,20}\)\s)?(?:of|in|to)\s+(?:\[|ITU|IETF|ISO|IEC|3GPP|(?:the\s)?(?:Recommendation|Rec\.|Report|Handbook|Resolution)\b)|^\s?(?:\/|\|)\s?\[|^\s\[/u;

/**
 * Adds to every provision the places of the same document that its words name. Only what is there is linked; "clause 6
 * of [ITU-T Y.3101]" is a place of that Recommendation, so it is not.
 */
export function linkReferences<Holder extends Section | Annex>(
  holders: readonly Holder[],
  addresses: ReadonlySet<string>,
): readonly Holder[] {
  const linked = (provision: Provision, holder: Holder): Provision => {
    const references = referencesIn(provision, holder.address, addresses);
    const provisions = provision.provisions.map((inner) => linked(inner, holder));
    return { ...provision, ...(references.length > 0 && { references }), provisions };
  };
  return holders.map((holder) =>
    Object.assign({}, holder, {
      provisions: holder.provisions.map((each) => linked(each, holder)),
    }),
  );
}

/** The addresses of all that can be named. */
export function addressesOf(holders: readonly (Section | Annex)[]): ReadonlySet<string> {
  const all = (provision: Provision): readonly string[] => [
    provision.address,
    ...provision.provisions.flatMap(all),
  ];
  return new Set(
    holders.flatMap(({ address, provisions }) => [address, ...provisions.flatMap(all)]),
  );
}

function referencesIn(
  { text, citations }: Provision,
  holder: string,
  addresses: ReadonlySet<string>,
): readonly Reference[] {
  const references: Reference[] = [];
  const add = (start: number, end: number, address: string): void => {
    const isInCitation = citations.some((one) => start < one.end && end > one.start);
    const isKnown = address === '' || addresses.has(address);
    if (!isKnown || isInCitation) return;
    references.push({ start, end, text: text.slice(start, end), address });
  };
  for (const match of text.matchAll(mention)) {
    const { word, first = '' } = match.groups ?? {};
    if (word === undefined) {
      add(match.index, match.index + match[0].length, '');
      continue;
    }
    if (first === '') continue;
    const members = [{ start: match.index, end: match.index + match[0].length, id: first }];
    if (/s$|§§/iu.test(word)) {
      more.lastIndex = match.index + match[0].length;
      for (
        let next = more.exec(text);
        next !== null && members.length < 20;
        next = more.exec(text)
      ) {
        const id = next.groups?.['next'] ?? '';
        members.push({ start: more.lastIndex - id.length, end: more.lastIndex, id });
      }
    }
    if (elsewhere.test(text.slice(members.at(-1)?.end ?? 0, (members.at(-1)?.end ?? 0) + 60)))
      continue;
    for (const { start, end, id } of members) {
      const own = ownAddress(holder, word, id);
      add(start, end, addresses.has(own) ? own : addressOf(word, id));
    }
  }
  return references;
}

/** In an annex that counts its clauses anew, "section 1.1" is its own. */
const ownAddress = (holder: string, word: string, id: string): string =>
  /^(?:annex|appendix|attachment)-\d/u.test(holder) && /^(?:sub)?(?:clause|section|§)/iu.test(word)
    ? `${holder}.${id.toLowerCase()}`
    : '';

function addressOf(word: string, id: string): string {
  const [first = '', ...rest] = id.toLowerCase().split('.');
  const path = rest.length === 0 ? '' : `.${rest.join('.')}`;
  const name = word.toLowerCase();
  if (name === 'annex' || name === 'appendix' || name === 'chapter')
    return `${name}-${first}${path}`;
  if (/^\d/u.test(first)) return `clause-${first}${path}`;
  return /^[ivx]+$/u.test(first) ? `appendix-${first}${path}` : `annex-${first}${path}`;
}
