/** Our own protocol, instead of `file://`: nothing but the built pages has an address in it. */
export const scheme = 'recital';
export const host = 'app';
export const origin = `${scheme}://${host}`;
export const startPage = `${origin}/desktop.html`;

/** Where the pages begin; a place is what follows the start page's address. */
export const home = '#/';

/** Whether a page's address is the start page, wherever in it the person is. */
export function isStartPage(url: string): boolean {
  const [page = ''] = url.split(/[?#]/);
  return page === startPage;
}

/** The place of the start page that an address names, `#/…`; null where it is another page. */
export function placeIn(url: string): string | null {
  if (!isStartPage(url)) return null;
  const at = url.indexOf('#');
  return at < 0 ? home : url.slice(at);
}
