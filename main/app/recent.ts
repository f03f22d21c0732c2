import { parseRecordAddress } from '../contract/ids.ts';
import type { RecentDocument } from './kept.ts';
import { isReadable } from './readable.ts';

const most = 10;

/** The path of a document by its place: a work's or edition's, a tour's, a handbook's; null for screens that list or search. */
function documentAt(place: string): string | null {
  const path = decoded(place.replace(/^#\//, ''));
  if (path === null || path.includes('?')) return null;
  const words = path.split('/');
  const record = words.slice(0, 2).join('/');
  if (parseRecordAddress(record) !== null) return record;
  const work = words.slice(0, 3).join('/');
  return isReadable(work) ? work : null;
}

/** The list with a document that is read now before all others; parts of one document are one entry. */
export function withRecent(
  list: readonly RecentDocument[],
  place: string,
  title: string,
): RecentDocument[] {
  const document = documentAt(place);
  if (document === null || title === '') return [...list];
  const others = list.filter((each) => documentAt(each.place) !== document);
  return [{ place, title }, ...others].slice(0, most);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
