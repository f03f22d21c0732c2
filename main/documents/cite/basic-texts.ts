import type { Citation } from '../../contract/document.ts';
import type { WorkId } from '../../contract/ids.ts';
import { gap, numberEnds } from './grammar.ts';
import type { Context } from './mention.ts';
import { Reader } from './reader.ts';

// The Radio Regulations (rr), the Constitution (cs), the Convention (cv) and the International Telecommunication
// Regulations (itr): cited by article, by appendix and by the number of a provision.

const owners: readonly (readonly [RegExp, string])[] = [
  [/^(?:Radio\s+Regulations|RR|Règlement\s+des|Reglamento\s+de|Регламента)/iu, 'rr'],
  [/^(?:Constitution|CS|Constitución|Устава)/iu, 'cs'],
  [/^(?:Convention|CV|Convenio|Конвенции)/iu, 'cv'],
  [/^(?:International|ITRs?)/iu, 'itr'],
];

const ownerName = String.raw`(?:Radio${gap}Regulations|RR|Constitution|CS|Convention|CV|International${gap}Telecommunication${gap}Regulations|ITRs?)`;
const number = String.raw`\d{1,4}(?:\.\d{1,4}){0,2}[A-Z]{0,3}(?:\.\d{1,2})?`;

const head = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<owner>${ownerName})${gap})?(?<type>(?:provisions?${gap})?Nos?\.?|Articles?|Arts?\.|Appendix|Appendices|num[eé]ros?|пп?\.)${gap}(?=\d)`,
  'giu',
);
const member = new RegExp(number + numberEnds, 'uy');
const separator = new RegExp(
  String.raw`\s{0,20}(?:,\s{0,20}(?:(?:and|or|to)${gap})?|(?:and|or|to|et|y|и)${gap})(?=\d)`,
  'iuy',
);
const following = new RegExp(
  String.raw`\s{0,20},?${gap}(?:of|to|in|du|de|del)${gap}(?:the${gap}|la${gap}|l['’])?(?:ITU${gap})?(?<owner>${ownerName}|Règlement${gap}des${gap}radiocommunications|Constitution|Reglamento${gap}de${gap}Radiocomunicaciones|Constitución|Convenio)(?![\p{L}\p{N}])`,
  'iuy',
);
/** A convention on something else, the constitution of somebody else. */
const otherOwner =
  /\s{1,20}(?:on|against|for|relating|concerning|of(?!\s{1,20}(?:the\s{1,20})?(?:ITU|Union|International\s{1,20}Telecommunication)))(?!\p{L})/iuy;
const someOwner = /\s{0,20},?\s{1,20}(?:of|to)\s{1,20}\p{L}/uy;

interface Member {
  readonly from: number;
  readonly to: number;
  readonly number: string;
}

/** Citations of the basic texts, in order. A list shares the text that is named before or behind it. */
export function findBasicTexts(text: string, context: Context | null): Citation[] {
  const citations: Citation[] = [];
  head.lastIndex = 0;
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const { owner, type = '' } = match.groups ?? {};
    const reader = new Reader(text, match.index + match[0].length);
    const members = readMembers(reader, match.index, /s\.?$|ices$/iu.test(type));
    const behind = readOwner(reader);
    const named = owner === undefined ? behind : ownerId(owner);
    for (const { from, to, number: printed } of members) {
      const work = workOf(type, printed, named, context);
      if (work !== null) {
        citations.push({ start: from, end: to, text: text.slice(from, to), work, edition: null });
      }
    }
    head.lastIndex = Math.max(match.index + match[0].length, members.at(-1)?.to ?? 0);
  }
  return citations;
}

function readMembers(reader: Reader, start: number, isPlural: boolean): readonly Member[] {
  const members: Member[] = [];
  for (;;) {
    const from = members.length === 0 ? start : reader.at;
    const found = reader.take(member)?.[0];
    if (found === undefined) break;
    members.push({ from, to: reader.at, number: found });
    if (!isPlural || reader.take(separator) === null) break;
  }
  const last = members.at(-1);
  if (last !== undefined) reader.at = last.to;
  return members;
}

const ownerId = (name: string): string | null =>
  owners.find(([pattern]) => pattern.test(name))?.[1] ?? null;

/** The text named behind a list; "other" for one that is none of the Union's. */
function readOwner(reader: Reader): string | null {
  const name = reader.take(following)?.groups?.['owner'];
  if (name === undefined) return reader.take(someOwner) === null ? null : 'other';
  const id = ownerId(name);
  const isOther = (id === 'cs' || id === 'cv') && reader.take(otherOwner) !== null;
  return isOther ? 'other' : id;
}

function workOf(
  type: string,
  printed: string,
  named: string | null,
  context: Context | null,
): WorkId | null {
  const isArticle = /^art/iu.test(type);
  const isAppendix = /^app/iu.test(type);
  const isDotted = /^\d{1,2}\.\d/.test(printed);
  // Only the Radio Regulations number their provisions by article, and only their conference cites them unnamed.
  const isRadio = (!isArticle && !isAppendix && isDotted) || context?.body === 'wrc';
  const owner = named ?? (isRadio ? 'rr' : null);
  if (owner === null || owner === 'other') return null;
  if (isArticle || isAppendix) {
    const isPlain = /^\d{1,3}[A-Z]?$/.test(printed);
    const kind = isArticle ? 'article' : 'appendix';
    return isPlain && (isArticle || owner === 'rr')
      ? (`${owner}/${kind}/${printed.toLowerCase()}` as WorkId)
      : null;
  }
  if (owner === 'rr' && !isDotted) return null;
  return `${owner}/provision/${printed.toLowerCase()}` as WorkId;
}
