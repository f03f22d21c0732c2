import type { Api } from '../contract/api.ts';
import { isOwnTourAddress, parseAddress, parseRecordAddress } from '../contract/ids.ts';
import type { LibraryReader } from '../library/index.ts';
import type { OwnTours } from './own-tours/index.ts';
import { showEdition, showWork } from './show/document.ts';
import { showRecord } from './show/record.ts';

/**
 * What stands at an address. Of an edition, `citedBy` is every citation of its work, since whoever reads one
 * edition wants to know who relies on the resolution: those that name this edition first, then those that name
 * none, then those of other editions, each saying which it names. Of a section or provision it is only what
 * cites that very place; the citations that are read today name works and editions, so it is empty.
 *
 * Errors: `malformed-address`, `unknown-work`, `unknown-edition`, `unknown-section`, `unknown-provision`,
 * `unknown-record`.
 */
export const createShow =
  (library: LibraryReader, ownTours: () => Promise<OwnTours>): Api['show'] =>
  async (request) => {
    const ofRecord = parseRecordAddress(request.address);
    if (ofRecord !== null) {
      const whole = `${ofRecord.prefix}/${ofRecord.slug}`;
      const own = isOwnTourAddress(whole) ? await (await ownTours()).record(whole) : null;
      if (own?.ok === false) return own;
      return library.inOneView(() => showRecord(library, ofRecord, own?.value));
    }
    const parsed = parseAddress(request.address);
    if (!parsed.ok) return parsed;
    const { edition, ...parts } = parsed.value;
    return library.inOneView(() =>
      edition === undefined
        ? showWork(library, parts.work)
        : showEdition(library, { ...parts, edition }),
    );
  };
