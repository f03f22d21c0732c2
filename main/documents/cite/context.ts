import type { Identity } from '../../contract/document.ts';
import type { WorkId } from '../../contract/ids.ts';
import { findCitations } from './citations.ts';
import type { Context } from './mention.ts';

const shortKey = (work: WorkId): string => work.split('/').slice(1).join('/');

/** The context of a document, from its identity and all its texts. */
export function contextOf(identity: Identity, texts: readonly string[]): Context {
  const { body, place, year } = identity;
  const known = new Map<string, WorkId | null>();
  const bare: Context = { body, place, year, known };
  for (const text of texts) {
    for (const { work, text: words } of findCitations(text)) {
      const key = shortKey(work);
      const isAct = /^(?:resolution|decision|opinion|recommendation)\/\d+[a-z]?$/.test(key);
      if (!isAct || /ITU|UIT|МСЭ/u.test(words)) continue;
      const other = known.get(key);
      known.set(key, other === undefined || other === work ? work : null);
    }
  }
  return bare;
}
