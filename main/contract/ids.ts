import { failed, done, type Result } from './failure.ts';
import { once } from './once.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `body/type/number`, lower case: `wtsa/resolution/92`. A publication through all its revisions. */
export type WorkId = Branded<'WorkId'>;
/** `work@year`, or `work@revision` for ITU-R Recommendations and Reports: `itu-r/recommendation/m.2150@3`. */
export type EditionId = Branded<'EditionId'>;
/** A work, an edition, or an edition with `#section` or `#section.path`. */
export type Address = Branded<'Address'>;
/** Who an operative section speaks to: `itu-t-sg-13`, `director-tsb`, `member-states`. */
export type ActorId = Branded<'ActorId'>;

/** The parts of an address, as far as it goes. `path` is the labels joined by dots: `2.ii`, `1bis`, `p1`. */
export interface AddressParts {
  readonly work: WorkId;
  readonly edition?: string;
  readonly section?: string;
  readonly path?: string;
}

const numberOrSlug = String.raw`[\p{Ll}\p{Lo}\p{N}]+(?:[.\-][\p{Ll}\p{Lo}\p{N}]+)*`;
const workPattern = once(() => new RegExp(`^[a-z][a-z0-9-]*/[a-z][a-z-]*/${numberOrSlug}$`, 'u'));
const addressPattern = once(
  () =>
    new RegExp(
      String.raw`^(?<work>[^@#\s]+)(?:@(?<edition>[0-9a-z-]+)(?:#(?<section>${numberOrSlug.replace('.', '')})(?:\.(?<path>${numberOrSlug}))?)?)?$`,
      'u',
    ),
);

/** Longest address that is read; anything longer is refused before a pattern sees it. */
const maxAddressLength = 300;

/**
 * Reads any address. Trims it and folds it to lower case first, since people type and paste addresses.
 *
 * @example parseAddress('wtsa/resolution/92@2024#resolves.2.ii')
 * // => { ok: true, value: { work: 'wtsa/resolution/92', edition: '2024', section: 'resolves', path: '2.ii' } }
 */
export function parseAddress(text: string): Result<AddressParts> {
  const trimmed = text.trim().toLowerCase();
  const parts =
    trimmed.length <= maxAddressLength ? addressPattern().exec(trimmed)?.groups : undefined;
  const work = parts?.work;
  if (parts === undefined || work === undefined || !workPattern().test(work)) {
    return failed(
      'malformed-address',
      `"${text.slice(0, 80)}" is not an address; an address looks like wtsa/resolution/92@2024#considering.a`,
    );
  }
  return done({
    work: work as WorkId,
    ...(parts.edition !== undefined && { edition: parts.edition }),
    ...(parts.section !== undefined && { section: parts.section }),
    ...(parts.path !== undefined && { path: parts.path }),
  });
}

/** The address that the parts make; the inverse of `parseAddress`. */
export function formatAddress(parts: AddressParts): Address {
  const edition = parts.edition === undefined ? '' : `@${parts.edition}`;
  const section = parts.section === undefined ? '' : `#${parts.section}`;
  const path = parts.path === undefined ? '' : `.${parts.path}`;
  return `${parts.work}${edition}${section}${path}` as Address;
}

export const editionId = (work: WorkId, edition: string): EditionId =>
  `${work}@${edition}` as EditionId;

export const isWorkId = (text: string): text is WorkId => workPattern().test(text);

/**
 * Slugs of records, by the first word of their addresses. A reference is none of them: it stands at the id of its work,
 * which has three parts.
 */
export const recordPrefixes = ['body', 'handbook', 'tour', 'term', 'meeting', 'topic'] as const;
export type RecordPrefix = (typeof recordPrefixes)[number];

/** `handbook/reading-a-resolution#verbs`: a record, and perhaps a chapter or a stop of it. */
export interface RecordAddressParts {
  readonly prefix: RecordPrefix;
  readonly slug: string;
  readonly part?: string;
}

const recordPattern = new RegExp(
  `^(?<prefix>${recordPrefixes.join('|')})/(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:#(?<part>[a-z0-9]+(?:-[a-z0-9]+)*))?$`,
);

/**
 * The parts of a record's address; null where the text is none. Folds as `parseAddress` does.
 *
 * @example parseRecordAddress('tour/resolution-92#3')
 * // => { prefix: 'tour', slug: 'resolution-92', part: '3' }
 */
export function parseRecordAddress(text: string): RecordAddressParts | null {
  const trimmed = text.trim().toLowerCase();
  const parts =
    trimmed.length <= maxAddressLength ? recordPattern.exec(trimmed)?.groups : undefined;
  if (parts === undefined) return null;
  return {
    prefix: parts['prefix'] as RecordPrefix,
    slug: parts['slug'] ?? '',
    ...(parts['part'] !== undefined && { part: parts['part'] }),
  };
}

/** A whole tour, not a stop of one, written as addresses are. */
export function isTourAddress(text: string): text is Address {
  const parts = parseRecordAddress(text);
  return parts?.prefix === 'tour' && parts.part === undefined && text === `tour/${parts.slug}`;
}

/** What the slug of a tour that a person made begins with; no bundled one does. */
export const ownTourPrefix = 'own-';

export const isOwnTourAddress = (text: string): text is Address =>
  isTourAddress(text) && text.startsWith(`tour/${ownTourPrefix}`);
