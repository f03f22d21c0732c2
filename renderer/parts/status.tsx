import type { EditionStatus } from '../../main/contract/records.ts';
import { words } from '../words/index.ts';

/** The status of an edition; one that is no longer in force stands out. */
export function Status({ status }: { readonly status: EditionStatus }) {
  return <span class={`status is-${status}`}>{words.status(status)}</span>;
}
