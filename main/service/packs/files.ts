import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isVersion } from '../../library/packs/names.ts';

/** What an installed pack's files may be called. */
export const isStem = (text: string): boolean =>
  /-[0-9a-f]{12}$/.test(text) && isVersion(versionOf(text));

/** A name that none had before, so that nothing is ever written over in place, whatever is installed again. */
export const newStem = (version: string): string => `${version}-${randomBytes(6).toString('hex')}`;

export const versionOf = (stem: string): string => stem.slice(0, stem.lastIndexOf('-'));

export const folderOf = (packs: string, identity: string): string => join(packs, identity);

export const libraryOf = (packs: string, identity: string, stem: string): string =>
  join(packs, identity, `${stem}.sqlite`);

/** The manifest, who signed it, and what the library is (`note.ts`). */
export const noteOf = (packs: string, identity: string, stem: string): string =>
  join(packs, identity, `${stem}.json`);

/** Where a pack is unpacked and proved; what stands there is nobody's. No identity begins with a full stop. */
export const incomingOf = (packs: string): string => join(packs, '.incoming');

/** Where the library that came with the program is put back to, if the program's own folder cannot be written. */
export const shippedFolderOf = (packs: string): string => join(packs, '.shipped');
export const putBackOf = (packs: string, sha256: string): string =>
  join(shippedFolderOf(packs), `${sha256.slice(0, 32)}.sqlite`);
