import { bodyNames } from './bodies.ts';

// What citations are made of, as sources of patterns. Every repetition has an upper bound: a hostile text must not make
// a pattern search twice over.

export const gap = String.raw`\s{1,20}`;
export const hyphen = String.raw`[-\u2010-\u2013]`;
export const sectorName = String.raw`(?:ITU|UIT|МСЭ)(?:\s{0,3}${hyphen}\s{0,3})?[RTD]`;
const bodyName = String.raw`(?:${bodyNames})`;
/** Behind a number: neither more of the number nor the middle of a word. */
export const numberEnds = String.raw`(?![\p{L}\p{N}]|[./\-\u2010-\u2015]\p{N})`;

const typeWord = String.raw`r[eé]solution|resoluci[oó]n|резолюци(?:ях|ей|[яиюй])|recommendation|recommandation|recomendaci[oó]n|рекомендаци(?:ях|ей|[яиюй])|report|rapport|informe|отч[её]т(?:[аеуы]|ов)?|d[eé]cision|decisi[oó]n|решени(?:ях|ем|[яеюй])|opini[oó]n|question|cuesti[oó]n|вопрос(?:[аеуы]|ов)?|handbook`;

/** Where a mention may begin: a type word, perhaps with its owner before it, or an owner before a series. */
export const head = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:(?<owner>${sectorName}|${bodyName}(?:${hyphen}?\d{2,4})?)(?:['’]s)?(?:\s?\((?:UNGA|WTSA|WTDC|WRC|PP|RA)(?:${hyphen}\d{2,4})?\))?${gap})?` +
    String.raw`(?<type>${typeWord})(?<plural>e?s?)(?!\p{L})` +
    String.raw`|(?<series>${sectorName})(?=${gap}\p{L}{1,3}\s?\.\s?\d))`,
  'giu',
);

const sticky = (source: string, flags = 'uy') => new RegExp(source, flags);

const day = String.raw`\d{1,2}\s{1,5}\p{Lu}\p{Ll}{2,9}\s{1,5}(?<dated>\d{4})`;
const oneYear = String.raw`(?:\d{2}|\d{4})`;

export const patterns = {
  gap: sticky(gap),
  sector: sticky(`(${sectorName})${gap}`, 'iuy'),
  body: sticky(String.raw`(${bodyName})(?:${hyphen}?(\d{2,4}))?(?![\p{L}\p{N}])`, 'iuy'),
  of: sticky(
    String.raw`\s{0,20},?${gap}(?:of|adopted${gap}by|approved${gap}by|by|de|du|del)${gap}(?:(?:the|la|l['’]|el)\s{0,20})?(?:ITU${gap})?`,
    'iuy',
  ),
  /** "of this conference": the adopter is the document's own. */
  own: sticky(
    String.raw`\s{0,20},?${gap}(?:of${gap}this|de${gap}la${gap}présente|de${gap}esta|настоящей)${gap}(?:conference|assembly|council|conférence|assemblée|conferencia|asamblea|конференции|ассамблеи)(?!\p{L})`,
    'iuy',
  ),
  date: sticky(String.raw`\d`),
  number: sticky(String.raw`(?:Nos?\.?|№)\s{0,5}(?=\d)`, 'uy'),
  act: sticky(String.raw`\d{1,4}(?:\/\d{1,4})?[A-Z]?${numberEnds}`),
  actOfSector: sticky(String.raw`\d{1,4}(?:${hyphen}\d{1,2})?${numberEnds}`),
  series: sticky(
    String.raw`([A-Z]{1,3}\s?\.\s{0,2}\d{1,5}(?:\.\d{1,4}){0,4})(?:\/[A-Z]{1,2}\.\d{1,5}(?:\.\d{1,4}){0,4}|${hyphen}(\d{1,2}))?${numberEnds}(?!${hyphen}\s?series)`,
  ),
  question: sticky(String.raw`\d{1,3}(?:${hyphen}\d{1,2})?\/\d{1,2}${numberEnds}`),
  separator: sticky(
    String.raw`\s{0,20}(?:,\s{0,20}(?:(?:and|or|et|ou|y|o|и|или)${gap})?|(?:and|or|et|ou|y|o|и|или|as${gap}well${gap}as)${gap})`,
    'iuy',
  ),
  /** Between the first and the last of a row of Recommendations. */
  range: sticky(String.raw`${gap}(?:to|through)${gap}`, 'iuy'),
  meeting: sticky(
    String.raw`\s{0,20}\(\s{0,5}(?:(?:r[eé]v|пересм|mod|modified|amended|revised)(?!\p{L})\.?\s{0,20})?(?:(?<body>WRC|WARC|WTSA|WTSC|WTDC|RA|PP|CMR|AMNT|CMDT|(?:WARC[\s-])?(?:Mob|Orb))${hyphen}?(?<digits>\d{2,4})` +
      String.raw`|(?<place>\p{L}[\p{L}\p{M}.'’\-\u2010\u2011\s]{1,60}?)\s{0,20},\s{0,20}(?<year>\d{4})(?:\s?г\.)?` +
      String.raw`|(?:ITU${gap})?Council${gap}(?<session>\d{4})|C${hyphen}?(?<adopted>${oneYear})(?:[,;]\s{0,20}(?:last${gap})?(?:amended|modified|revised|rev\.)${gap}C?${hyphen}?(?<amended>${oneYear}))?` +
      String.raw`|(?:\d{1,2}\/)?(?<date>\d{4}))\s{0,5}\)`,
    'iuy',
  ),
  /** "resolution 70/1 of 25 September 2015": the day is no part of the citation. */
  day: sticky(String.raw`\s{0,20},?${gap}of${gap}${day}`),
  amendment: sticky(
    String.raw`\s{0,5}[,/]?\s{0,5}(?:Amendment|Amd\.?|Corrigendum|Cor\.?)\s{0,5}\d{1,2}(?!\d)(?:\s{0,5}\((?:\d{1,2}\/)?\d{4}\))?`,
    'uy',
  ),
} as const;
