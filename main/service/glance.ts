import type { IncomingCitation } from '../contract/answers.ts';
import type { Api } from '../contract/api.ts';
import { done } from '../contract/failure.ts';
import { formatAddress, parseAddress } from '../contract/ids.ts';
import { plainText } from '../contract/prose.ts';
import type { LibraryReader } from '../library/index.ts';
import { unknownWork } from './show/unknown.ts';

/** How many places and editions a card has room for. */
const mostPlaces = 5;
const mostEditions = 5;

/** In UTF-16 units: of a record's text, and of a citing text on either side of the citation. */
const leadLength = 400;
const reach = 200;

/**
 * What is known of a work, in few words: so few that a card can ask for it while a pointer rests on a citation.
 *
 * Errors: `malformed-address`, `unknown-work`.
 */
export const createGlance =
  (library: LibraryReader): Api['glance'] =>
  async ({ address, except }) => {
    const parsed = parseAddress(address);
    if (!parsed.ok) return parsed;
    const asking = except === undefined ? null : parseAddress(except);
    if (asking?.ok === false) return asking;
    const { work } = parsed.value;
    return library.inOneView(() => {
      const name = library.nameOfWork(work);
      if (name === null) return unknownWork(library, work);
      const found = library.record(work);
      const record = found?.kind === 'reference' ? found : null;
      const editions = library.editionsOf(work);
      const { places, first } = library.citedPlaces(
        work,
        asking === null ? null : formatAddress(asking.value),
        mostPlaces,
      );
      return done({
        address: work,
        name,
        title: record?.title ?? editions[0]?.title ?? null,
        lead: record === null ? '' : plainText(record.text).slice(0, leadLength),
        editions: editions
          .slice(0, mostEditions)
          .map((each) => ({ edition: each.edition, name: each.name })),
        places,
        citedBy: first.map(aroundCitation),
      });
    });
  };

/** A text of thousands of words is cut to those about the citation, at spaces. */
function aroundCitation(citation: IncomingCitation): IncomingCitation {
  const { text, start, end } = citation;
  const from = start <= reach ? 0 : Math.min(start, text.indexOf(' ', start - reach) + 1);
  const to =
    text.length - end <= reach ? text.length : Math.max(end, text.lastIndexOf(' ', end + reach));
  return { ...citation, text: text.slice(from, to), start: start - from, end: end - from };
}
