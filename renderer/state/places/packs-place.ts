/** The packs that are here; or a pack file that is looked at, by its path on this machine. */
export interface PacksPlace {
  readonly file: string | null;
}

export const packsHref = (file: string | null = null): string =>
  file === null ? '#/packs' : `#/packs?${new URLSearchParams({ file })}`;

export const readPacks = (parts: URLSearchParams): PacksPlace => ({
  file: parts.get('file') || null,
});

/** What was handed to Recital, to be taken in. */
export const addHref = '#/add';

export const settingsHref = '#/settings';
