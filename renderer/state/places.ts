import {
  editionId,
  parseAddress,
  type Address,
  type EditionId,
  type WorkId,
} from '../../main/contract/ids.ts';

/** A search as the address bar holds it. `from` is how many hits are passed over. */
export interface SearchPlace {
  readonly query: string;
  readonly filters: Filters;
  readonly from: number;
}

export const filterNames = ['body', 'year', 'section', 'actor'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Readonly<Record<FilterName, string>>>;

/** A place of the application. `target` is a section or a provision in the edition: `considering.a`. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'search'; readonly search: SearchPlace }
  | { readonly kind: 'work'; readonly work: WorkId }
  | {
      readonly kind: 'edition';
      readonly edition: EditionId;
      readonly work: WorkId;
      readonly target: string | null;
    }
  | { readonly kind: 'nowhere'; readonly text: string };

/**
 * The place that a hash names.
 *
 * @example readHash('#/wtsa/resolution/92@2024/considering.a')
 * // => { kind: 'edition', edition: 'wtsa/resolution/92@2024', work: 'wtsa/resolution/92', target: 'considering.a' }
 */
export function readHash(hash: string): Route {
  const [path = '', query = ''] = split(hash.replace(/^#\/?/, ''), '?');
  if (path === '') return { kind: 'home' };
  if (path === 'search') return { kind: 'search', search: readSearch(new URLSearchParams(query)) };
  const [body = '', type = '', number = '', ...target] = decoded(path).split('/');
  const text = `${body}/${type}/${number}${target.length > 0 ? `#${target.join('/')}` : ''}`;
  return routeOfAddress(text) ?? { kind: 'nowhere', text: decoded(path) };
}

/** The place that an address names, or null where the text is not an address. */
export function routeOfAddress(text: string): Route | null {
  const read = parseAddress(text);
  if (!read.ok) return null;
  const { work, edition, section, path } = read.value;
  if (edition === undefined) return { kind: 'work', work };
  const target = section === undefined ? null : path === undefined ? section : `${section}.${path}`;
  return { kind: 'edition', edition: editionId(work, edition), work, target };
}

/** The link to a work, an edition, a section or a provision. */
export function hrefOf(address: Address | EditionId | WorkId): string {
  return `#/${encodeURI(address).replace('#', '/')}`;
}

/** The link to a provision or a section by its name within an edition. */
export function hrefWithin(edition: EditionId, target: string): string {
  return `${hrefOf(edition)}/${encodeURI(target)}`;
}

export function searchHref({ query, filters, from }: SearchPlace): string {
  const parts = new URLSearchParams({ q: query });
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) parts.set(name, value);
  }
  if (from > 0) parts.set('from', String(from));
  return `#/search?${parts}`;
}

function readSearch(parts: URLSearchParams): SearchPlace {
  const filters: Partial<Record<FilterName, string>> = {};
  for (const name of filterNames) {
    const value = parts.get(name);
    if (value !== null && value !== '') filters[name] = value;
  }
  const from = Number(parts.get('from') ?? 0);
  return {
    query: parts.get('q') ?? '',
    filters,
    from: Number.isInteger(from) && from > 0 ? from : 0,
  };
}

function split(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

// A hash that people cut or mangled may hold a lone per cent sign.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
