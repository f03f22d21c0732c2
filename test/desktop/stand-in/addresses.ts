/**
 * Chromium does not know `recital://`, so its pages stand under an `https` name of a domain that is reserved for tests
 * and leads nowhere: `recital://app/x` is `https://app.recital.test/x` there. The main script sees only `recital://`.
 */
const scheme = 'recital:';
const domain = '.recital.test';

export function toChromium(url: string): string {
  const { protocol } = URL.parse(url) ?? {};
  return protocol === scheme ? url.replace(/^recital:\/\/([^/?#]*)/, `https://$1${domain}`) : url;
}

export function toElectron(url: string): string {
  // What a page holds in its memory is named by the page's origin.
  if (url.startsWith('blob:')) return `blob:${toElectron(url.slice('blob:'.length))}`;
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' && parsed.host.endsWith(domain)
    ? `recital://${parsed.host.slice(0, -domain.length)}${url.slice(parsed.origin.length)}`
    : url;
}

export const isOurs = (url: string): boolean => toElectron(url) !== url;
