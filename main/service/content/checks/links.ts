import type { Address } from '../../../contract/ids.ts';
import type { PlacedRecord } from '../placed.ts';
import type { Places } from './places.ts';
import type { Problem } from '../problem.ts';

/** A fact cannot be taken from a work whose text is not here. */
const isNoSource = (key: string, to: Address, { documents }: Places): boolean =>
  key.startsWith('sources') && !documents.has(to);

/** Every address that leads nowhere, where it is named. */
export function checkLinks(records: Iterable<PlacedRecord>, places: Places): Problem[] {
  const problems: Problem[] = [];
  for (const { links } of records)
    for (const { file, line, key, to } of links) {
      const why = places.whyNowhere(to);
      const what = key === '' ? `the link to ${to}` : `${key}: ${to}`;
      if (why !== null) problems.push({ file, line, message: `${what} leads nowhere: ${why}` });
      else if (isNoSource(key, to, places))
        problems.push({ file, line, message: `${what} is no source: no text of it is here` });
    }
  return problems;
}
