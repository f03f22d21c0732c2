import { home, placeIn, scheme } from './address.ts';
import { isReadable } from './readable.ts';

/** Longer is no address. */
const longest = 1000;

/** What other programs may lead a person to besides what has an address: what is read, and nothing that is done. */
const screens: ReadonlySet<string> = new Set(
  'search compare actions library references map timeline tours glossary handbooks'.split(' '),
);

/**
 * The place that a link from another program names, be it written `recital:` or `recital://`; null where it names none
 * that a stranger may open.
 *
 * @example placeOfLink('recital:wtsa/resolution/92@2024#considering.a')
 * // => '#/wtsa/resolution/92@2024/considering.a'
 */
export function placeOfLink(link: string): string | null {
  if (link.length > longest || !/^recital:/i.test(link)) return null;
  const own = placeIn(link.replace(/^recital:/i, `${scheme}:`));
  const text =
    own === null
      ? link.slice(`${scheme}:`.length).replace(/^\/{0,3}/, '')
      : own.replace(/^#\/?/, '');
  const named = decoded(text);
  // oxlint-disable-next-line no-control-regex -- no address has one
  if (named === null || /[\u0000-\u001f\u007f\\]/.test(named)) return null;
  if (named === '') return home;
  const [path = '', query] = split(named, '?');
  const plain = path.replace(/\/$/, '');
  if (query !== undefined || screens.has(plain))
    return screens.has(plain) ? `${home}${encodeURI(text.replace(/\/(?=\?|$)/, ''))}` : null;
  const address = addressIn(plain);
  return address === null ? null : `${home}${encodeURI(address).replace('#', '/')}`;
}

/** What a path names, with the part of it after a `#` or, as the pages write it, after one more slash. */
function addressIn(path: string): string | null {
  if (isReadable(path)) return path;
  const words = path.split('/');
  for (const named of [2, 3]) {
    const part = words.slice(named).join('/');
    const address = `${words.slice(0, named).join('/')}#${part}`;
    if (part !== '' && isReadable(address)) return address;
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function split(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
