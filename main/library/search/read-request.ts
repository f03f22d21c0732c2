import type { SearchRequest } from '../../contract/api.ts';
import { isNaturalLanguage, readQuery, readSentence, type ReadQuery } from '../query/index.ts';

export interface ReadRequest extends ReadQuery {
  /** Whether somebody asked in sentences, and wants what answers best, whatever words it has. */
  readonly isSentence: boolean;
}

/** Reads a query as the request says; else as the query itself reads, where it names nothing. */
export function readRequest({ query, words }: SearchRequest, isNamed: boolean): ReadRequest {
  if (words === 'any') return { ...readSentence(query), isSentence: true };
  const read = readQuery(query);
  if (words === 'all' || isNamed || !isNaturalLanguage(read.query))
    return { ...read, isSentence: false };
  const sentence = readSentence(query);
  const remarks = read.remarks.filter((code) => code !== 'query-shortened');
  return { query: sentence.query, remarks: [...remarks, ...sentence.remarks], isSentence: true };
}
