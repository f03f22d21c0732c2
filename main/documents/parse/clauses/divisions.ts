import { slug } from '../../cite/fold.ts';
import type { Block } from '../../read/blocks.ts';

/** How an annex or a chapter is called, in the six languages of the Union, and how its address begins. */
const words: readonly (readonly [pattern: string, name: string])[] = [
  ['annex|annexe|anexo|приложение|附件|الملحق', 'annex'],
  ['appendix|appendice|apéndice|дополнение|附录|التذييل', 'appendix'],
  ['attachment|pièce jointe|adjunto|прилагаемый документ', 'attachment'],
  ['chapter|chapitre|capítulo|глава', 'chapter'],
];
const nameOf = (word: string): string =>
  words.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(word))?.[1] ?? 'annex';

const heading = new RegExp(
  String.raw`^(?<word>${words.map(([pattern]) => pattern).join('|')})\s{0,3}(?<id>[A-Z]|[A-Z]?\d{1,3}|[IVX]{1,5})(?<rest>$|[\s\p{Pd}:.(].*$)`,
  'iu',
);
const bareAnnex = /^(?:annex|annexe|anexo|приложение|附件)$/iu;
const titleMark = /^[\s]*[\p{Pd}:.][\s]*|^\t/u;

/** The heading of an annex, appendix or chapter. */
interface DivisionHeading {
  /** "annex-a", "appendix-i", "chapter-2". */
  readonly address: string;
  readonly isAnnex: boolean;
  /** The id before the numbers of its clauses: "A" of "A.1". */
  readonly prefix: string;
  /** Whether its title stands on the same line. */
  readonly hasTitle: boolean;
}

/**
 * Reads "Annex A", "Appendix I – Use cases", "CHAPTER 2". A sentence that only begins with such words is none: behind
 * the id a title follows a dash, a colon or a tab, or the source says that the paragraph is a heading.
 */
export function readDivision({ text, level, isBold }: Block): DivisionHeading | null {
  if (text.length > 250) return null;
  if (bareAnnex.test(text)) return { address: 'annex', isAnnex: true, prefix: '', hasTitle: false };
  const { word = '', id = '', rest = '' } = heading.exec(text)?.groups ?? {};
  if (id === '') return null;
  const title = rest.replace(titleMark, '').trim();
  const isHeading =
    level !== undefined ||
    isBold === true ||
    title === '' ||
    /^\(.{1,200}\)$/u.test(title) ||
    /^to (?:annex|appendix|recommendation|report)\b.{0,60}$/iu.test(title) ||
    ((titleMark.test(rest) || text === text.toUpperCase()) && !/[.;:,]$/u.test(title));
  if (!isHeading) return null;
  const name = nameOf(word);
  return {
    address: `${name}-${slug(id)}`,
    isAnnex: name !== 'chapter',
    prefix: id.toUpperCase(),
    hasTitle: title !== '' && !title.startsWith('('),
  };
}

/** "(This annex forms an integral part of this Recommendation.)" */
export const isStanding = (text: string): boolean =>
  /^\(.{0,20}(?:annex|appendix|annexe|appendice|anexo|apéndice|приложение|дополнение)\b.{0,160}\)$/iu.test(
    text,
  );

/** A list of sources that stands without a number. */
export const isBibliography = (text: string): boolean =>
  /^(?:bibliography|references|bibliographie|bibliografía|библиография|参考文献|参考资料)$/iu.test(
    text.trim(),
  );
