import type { WorkId } from '../../contract/ids.ts';
import { shortNameOf } from './bodies.ts';

const sectors: Readonly<Record<string, string>> = {
  'itu-r': 'ITU-R',
  'itu-t': 'ITU-T',
  'itu-d': 'ITU-D',
};

const basicTexts: Readonly<Record<string, string>> = {
  rr: 'the Radio Regulations',
  cs: 'the ITU Constitution',
  cv: 'the ITU Convention',
  itr: 'the International Telecommunication Regulations',
};

const basicParts: Readonly<Record<string, string>> = { article: 'Article', appendix: 'Appendix' };

/** Words of a handbook's slug that are not written as a name is. */
const abbreviations = new Set(['imt', 'itu', 'ict', 'icts', 'hf', 'vhf', 'uhf', 'tv', 'iot']);
const smallWords = new Set(['of', 'in', 'on', 'and', 'for', 'the', 'to', 'with', 'by', 'at']);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "Recommendation", "Technical Report". */
const typeName = (type: string): string => type.split('-').map(capital).join(' ');

const titleFromSlug = (words: string): string =>
  words
    .split('-')
    .map((word, index) => {
      if (abbreviations.has(word)) return word.toUpperCase();
      return index > 0 && smallWords.has(word) ? word : capital(word);
    })
    .join(' ');

/**
 * The printed name of a work, or of one edition of it.
 *
 * @example nameOfWork('itu-r/report/m.2078') // => 'Report ITU-R M.2078'
 * @example nameOfWork('ra/resolution/56', '2015') // => 'Resolution ITU-R 56 (2015)'
 */
export function nameOfWork(work: WorkId, edition: string | null = null): string {
  const [body = '', type = '', id = ''] = work.split('/');
  const number = id.toUpperCase();
  const year = edition === null ? '' : ` (${edition})`;
  const sector = sectors[body];
  const basicText = basicTexts[body];
  if (basicText !== undefined) {
    const part = basicParts[type] ?? 'No.';
    return `${part} ${number} of ${basicText}${year}`;
  }
  if (type === 'handbook') {
    return `${sector ?? shortNameOf(body)} Handbook on ${titleFromSlug(id)}${year}`;
  }
  if (type === 'question')
    return `Question ${number.replace('-', '/')} of ${sector ?? shortNameOf(body)}${year}`;
  if (type === 'supplement') return `${sector ?? body} ${number.replace('.', ' Suppl. ')}${year}`;
  if (sector !== undefined) {
    const revision = body === 'itu-r' && edition !== null ? `-${edition}` : year;
    return `${typeName(type)} ${sector} ${number}${revision}`;
  }
  if (body === 'ra') return `${capital(type)} ITU-R ${number}${year}`;
  const printed = body === 'unga' ? number.replace('-', '/') : number;
  return `${shortNameOf(body)} ${typeName(type)} ${printed}${year}`;
}
