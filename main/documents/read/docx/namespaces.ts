/** The prefix under which the readers know a namespace: the transitional and the strict one are read alike. */
const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
]);

/**
 * A part with the usual prefixes. Nearly every producer writes them; in a part from one that does not, the prefixes
 * are rewritten, since the readers' rules go by whole names.
 */
export function canonical(source: string): string {
  let text = source;
  let rewritten = 0;
  for (const [, prefix = '', namespace = ''] of source
    .slice(0, 20_000)
    .matchAll(/\sxmlns(?::([\w.-]{1,40}))?="([^"]{1,200})"/g)) {
    const usual = prefixes.get(namespace);
    if (usual === undefined || usual === prefix) continue;
    // A part names each namespace once; more is somebody's wish to keep us busy.
    rewritten += 1;
    if (rewritten > prefixes.size) break;
    if (prefix === '') text = text.replaceAll(/<(\/?)(?=[\w.-]{1,80}[\s/>])/g, `<$1${usual}:`);
    else {
      const literal = prefix.replaceAll('.', '\\.');
      text = text.replaceAll(
        new RegExp(`(<\\/?|\\s)${literal}:(?=[\\w.-]{1,80}[\\s/>=])`, 'g'),
        `$1${usual}:`,
      );
    }
  }
  return text;
}
