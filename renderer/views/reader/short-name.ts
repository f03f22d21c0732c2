import type { Annex, Section } from '../../../main/contract/document.ts';
import { words } from '../../words/index.ts';

/** A short form of a heading: its opening words, and who it speaks to by their short names. */
export interface ShortName {
  readonly opening: string;
  readonly rest: string;
}

/** Of a section, or of an annex, which has no opening words. */
export function shortName(part: Section | Annex): ShortName {
  const { heading } = part;
  if (!('kind' in part) || !heading.toLowerCase().startsWith(part.kind))
    return { opening: '', rest: heading };
  const { kind, actors } = part;
  const rest =
    actors.length > 0 ? actors.map(words.actor).join(', ') : heading.slice(kind.length).trim();
  return { opening: kind, rest };
}

export const said = ({ opening, rest }: ShortName): string =>
  [opening, rest].filter(Boolean).join(' ');
