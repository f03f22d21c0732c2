import type { RecordSummary } from '../../main/contract/answers.ts';
import type { Address } from '../../main/contract/ids.ts';

/** A term of the glossary as lists tell it, and what else a test needs to say of it. */
export const summaryOf = (name: string, more: Partial<RecordSummary> = {}): RecordSummary => ({
  kind: 'term',
  address: `term/${name}` as Address,
  name,
  title: '',
  detail: '',
  lead: '',
  body: null,
  year: null,
  status: null,
  hasText: false,
  topics: [],
  parts: null,
  minutes: null,
  ...more,
});
