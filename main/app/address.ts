/** Our own protocol, instead of `file://`: nothing but the built pages has an address in it. */
export const scheme = 'recital';
export const host = 'app';
export const origin = `${scheme}://${host}`;
export const startPage = `${origin}/desktop.html`;

/** Whether a page's address is the start page, wherever in it the person is. */
export function isStartPage(url: string): boolean {
  const [page = ''] = url.split(/[?#]/);
  return page === startPage;
}
