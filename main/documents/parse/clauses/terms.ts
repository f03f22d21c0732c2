import type { Annex, Provision, Section, Term } from '../../../contract/document.ts';

const definitions =
  /\b(?:definitions?|terms|terminology|définitions?|termes|definiciones|términos)\b|определени|термин|定义|术语|تعاريف|مصطلحات/iu;
const abbreviations =
  /\b(?:abbreviations?|acronyms?|abréviations?|acronymes|abreviaturas?|siglas|acrónimos)\b|сокращени|缩写|مختصرات/iu;

/** "term [b-ITU-T Y.3100]: what it means", "term – what it means" */
const definition =
  /^(?<term>[^:]{1,160}?)\s*(?:\[[^\]]{1,80}\]\s*)?(?::\s+|\s[\u2013\u2014]\s)(?<definition>\S[\s\S]{3,})$/u;
const short =
  /^(?<term>.{1,150}?)\s*\((?<abbreviation>[\p{L}\p{N}][\p{L}\p{N}/\-\u2011.]{0,15})\)$/u;
const source = /\s*\[[^\]]{1,80}\]\s*$/u;
/** "IMT  International Mobile Telecommunications" */
const abbreviated =
  /^(?<abbreviation>(?=\S{0,19}(?:\p{Lu}\S{0,18}[\p{Lu}\p{N}]|\p{Lu}$|\p{Lu}\s))[\p{L}\p{N}][\p{L}\p{N}/\-\u2011.&]{0,19})\s*(?:[:=\u2013\u2014-]\s*|\s)(?<expansion>[\p{L}\p{N}]\S.{1,200})$/u;

type Holder = Pick<Section | Annex, 'heading' | 'provisions'>;

/** The terms and abbreviations that the clauses of these names define, in their order. */
export function readTerms(holders: readonly Holder[]): readonly Term[] {
  return holders.flatMap(({ heading, provisions }) =>
    isNamed(heading) ? inside(heading, provisions) : provisions.flatMap(deeper),
  );
}

const isNamed = (heading: string): boolean =>
  heading.length <= 150 && (definitions.test(heading) || abbreviations.test(heading));

/** A clause of that name may stand inside another one. */
const deeper = ({ label, text, provisions }: Provision): readonly Term[] =>
  label !== '' && provisions.length > 0 && isNamed(text)
    ? inside(text, provisions)
    : provisions.flatMap(deeper);

function inside(heading: string, provisions: readonly Provision[]): readonly Term[] {
  const holdsShort = abbreviations.test(heading);
  const holdsTerms = definitions.test(heading);
  return provisions.flatMap((provision) => {
    const { text, label } = provision;
    // A clause inside ("3.1 Terms defined elsewhere") says for itself what it holds.
    const isHeading = label !== '' && provision.provisions.length > 0 && text.length <= 150;
    if (isHeading && (abbreviations.test(text) || definitions.test(text)) && !/:\s/.test(text)) {
      return inside(text, provision.provisions);
    }
    if (holdsShort && !(holdsTerms && label !== '')) {
      const found = abbreviationsOf(provision);
      if (found.length > 0 || !holdsTerms)
        return [...found, ...inside(heading, provision.provisions)];
    }
    return holdsTerms ? definitionsOf(provision, heading) : [];
  });
}

function abbreviationsOf({ text, table, address }: Provision): readonly Term[] {
  if (table !== undefined) {
    return table.rows.flatMap((row) => {
      const [abbreviation = '', expansion = ''] = row.map((cell) => cell.text.trim());
      const isRow = row.length >= 2 && !row.some(({ isHeader }) => isHeader);
      return isRow && abbreviation !== '' && abbreviation.length <= 30 && expansion !== ''
        ? [{ term: expansion, abbreviation, definition: '', address }]
        : [];
    });
  }
  const { abbreviation, expansion } = abbreviated.exec(text)?.groups ?? {};
  return abbreviation === undefined || expansion === undefined
    ? []
    : [{ term: expansion.replace(/[;,]$/u, ''), abbreviation, definition: '', address }];
}

function definitionsOf(provision: Provision, heading: string): readonly Term[] {
  const { text, address, label } = provision;
  const groups = label === '' && /^NOTE\b/u.test(text) ? undefined : definition.exec(text)?.groups;
  if (groups !== undefined)
    return [asTerm(groups['term'] ?? '', groups['definition'] ?? '', address)];
  // The term alone on its numbered line, its meaning in the paragraph under it.
  const [meaning] = provision.provisions;
  const isAlone =
    /^[\p{L}\p{N}.]{1,20}$/u.test(label) && text.length <= 150 && !/[.:;]$/u.test(text);
  if (isAlone && text !== '' && meaning?.label === '' && meaning.text !== '') {
    return [asTerm(text, meaning.text, address)];
  }
  return provision.provisions.length > 0 && label !== ''
    ? inside(heading, provision.provisions)
    : [];
}

function asTerm(words: string, meaning: string, address: string): Term {
  const named = words.replace(source, '').trim();
  const { term, abbreviation } = short.exec(named)?.groups ?? {};
  return {
    term: term ?? named,
    abbreviation: abbreviation ?? null,
    definition: meaning,
    address,
  };
}
