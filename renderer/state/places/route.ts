import {
  editionId,
  parseAddress,
  recordPrefixes,
  type Address,
  type EditionId,
  type WorkId,
} from '../../../main/contract/ids.ts';
import { readRecordAddress } from './addresses.ts';
import { readCompare, type ComparePlace } from './compare-place.ts';
import { readDuties, type DutiesPlace } from './duties-place.ts';
import { readEdit, type EditPlace } from './edit-place.ts';
import { readLibrary, readReferences, type LibraryPlace } from './library-place.ts';
import { isListName, readList, type ListPlace } from './list-place.ts';
import { readMap, type MapPlace } from './map-place.ts';
import { readPacks, type PacksPlace } from './packs-place.ts';
import { readSearch, type SearchPlace } from './search-place.ts';
import { readStage, type StagePlace } from './stage-place.ts';
import { readTimeline, type TimelinePlace } from './timeline-place.ts';

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
  | { readonly kind: 'record'; readonly address: Address }
  | { readonly kind: 'library'; readonly place: LibraryPlace }
  | { readonly kind: 'list'; readonly place: ListPlace }
  | { readonly kind: 'compare'; readonly place: ComparePlace }
  | { readonly kind: 'duties'; readonly place: DutiesPlace }
  | { readonly kind: 'map'; readonly place: MapPlace }
  | { readonly kind: 'timeline'; readonly place: TimelinePlace }
  | { readonly kind: 'edit'; readonly place: EditPlace }
  | { readonly kind: 'present' | 'stage'; readonly place: StagePlace }
  | { readonly kind: 'follow' | 'room' | 'add' | 'settings' }
  | { readonly kind: 'packs'; readonly place: PacksPlace }
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
  const parameters = new URLSearchParams(query);
  if (path === 'search') return { kind: 'search', search: readSearch(parameters) };
  if (path === 'compare') return { kind: 'compare', place: readCompare(parameters) };
  if (path === 'actions') return { kind: 'duties', place: readDuties(parameters) };
  if (path === 'library') return { kind: 'library', place: readLibrary(parameters) };
  if (path === 'references') return { kind: 'library', place: readReferences(parameters) };
  if (path === 'map') return { kind: 'map', place: readMap(parameters) };
  if (path === 'timeline') return { kind: 'timeline', place: readTimeline(parameters) };
  if (path === 'follow' || path === 'room') return { kind: path };
  if (path === 'add' || path === 'settings') return { kind: path };
  if (path === 'packs') return { kind: 'packs', place: readPacks(parameters) };
  if (path.startsWith('edit/')) {
    const place = readEdit(decoded(path.slice('edit/'.length)));
    return place === null ? { kind: 'nowhere', text: decoded(path) } : { kind: 'edit', place };
  }
  const [first = '', ...rest] = path.split('/');
  if (first === 'present' || first === 'stage') {
    const place = readStage(rest);
    return place === null ? { kind: 'nowhere', text: decoded(path) } : { kind: first, place };
  }
  if (isListName(path)) return { kind: 'list', place: readList(path, parameters) };
  return routeOfAddress(addressIn(decoded(path))) ?? { kind: 'nowhere', text: decoded(path) };
}

/** What a path without a leading slash says as an address: the slash before a part of the thing becomes a `#`. */
function addressIn(path: string): string {
  const words = path.split('/');
  const isRecord = recordPrefixes.some((prefix) => prefix === words[0]);
  const named = isRecord ? 2 : 3;
  const part = words.slice(named).join('/');
  return `${words.slice(0, named).join('/')}${part === '' ? '' : `#${part}`}`;
}

/** The place that an address names, or null where the text is not an address. */
export function routeOfAddress(text: string): Route | null {
  const address = readRecordAddress(text);
  if (address !== null) return { kind: 'record', address };
  const read = parseAddress(text);
  if (!read.ok) return null;
  const { work, edition, section, path } = read.value;
  if (edition === undefined) return { kind: 'work', work };
  const target = section === undefined ? null : path === undefined ? section : `${section}.${path}`;
  return { kind: 'edition', edition: editionId(work, edition), work, target };
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
