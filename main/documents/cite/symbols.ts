import type { Citation } from '../../contract/document.ts';
import type { WorkId } from '../../contract/ids.ts';
import { gap, hyphen, numberEnds, sectorName } from './grammar.ts';

const symbol = new RegExp(
  String.raw`(?<![\p{L}\p{N}/])A\/RES\/(\d{1,3})\/(\d{1,4})${numberEnds}`,
  'gu',
);

/** "ITU-T Y Suppl. 59", "ITU-T Series Y Supplement 59", "ITU-T Y.Suppl.59". */
const supplement = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<sector>${sectorName})${gap}(?:Series${gap})?(?<series>[A-Z])(?:${hyphen}series|\.|${hyphen})?\s{0,5}(?:Recommendations?${gap})?[-\u2013]?\s{0,5}Suppl(?:\.|ement)?\s{0,5}(?<number>\d{1,3})${numberEnds}(?:\s{0,5}\((?:\d{1,2}\/)?(?<year>\d{4})\))?`,
  'gu',
);
/** "Supplement 59 to the ITU-T Y-series Recommendations", "Supplement 59 to ITU-T Y.3000-series". */
const supplementTo = new RegExp(
  String.raw`(?<![\p{L}\p{N}])Supplement${gap}(?<number>\d{1,3})(?:\s{0,5}\((?:\d{1,2}\/)?(?<year>\d{4})\))?${gap}to${gap}(?:the${gap})?(?<sector>${sectorName})${gap}(?:Recommendations?${gap})?(?:Series${gap})?(?<series>[A-Z])(?:\.\d{1,4})?(?:${hyphen}|\s)?series(?:${gap}Recommendations)?`,
  'gu',
);

/** Works that are named by a symbol or in words of their own: United Nations documents, supplements of ITU-T. In order. */
export function findSymbols(text: string): Citation[] {
  const found: Citation[] = [];
  for (const { index, 0: words, 1: session, 2: number } of text.matchAll(symbol)) {
    found.push(cited(words, index, `unga/resolution/${session}-${number}`, null));
  }
  for (const pattern of [supplement, supplementTo]) {
    for (const { index, 0: words, groups = {} } of text.matchAll(pattern)) {
      const { sector = '', series = '', number = '', year = null } = groups;
      const work = `itu-${sector.at(-1)}/supplement/${series}.${number}`.toLowerCase();
      found.push(cited(words, index, work, year));
    }
  }
  return found.toSorted((a, b) => a.start - b.start).filter(isApart);
}

const isApart = (citation: Citation, index: number, all: readonly Citation[]): boolean =>
  citation.start >= (all[index - 1]?.end ?? 0);

const cited = (text: string, start: number, work: string, edition: string | null): Citation => ({
  start,
  end: start + text.length,
  text,
  work: work as WorkId,
  edition,
});
