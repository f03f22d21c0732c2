import type { SearchRequest } from '../../main/contract/api.ts';
import type { SearchPlace } from './places/index.ts';

/** Hits on one page of results. */
export const pageSize = 20;

/** What is asked for a search as the address bar holds it. */
export function requestOf(search: SearchPlace): SearchRequest {
  const { query, filters, from, sort, asTyped, without, hasAll } = search;
  const { year, ...words } = filters;
  return {
    query,
    limit: pageSize,
    offset: from,
    ...words,
    ...(year !== undefined && { year: Number(year) }),
    ...(sort !== 'relevance' && { sort }),
    ...(asTyped && { asTyped }),
    ...(without.length > 0 && { without }),
    ...(hasAll && { words: 'all' as const }),
  };
}
