import { readXml } from '../../../main/documents/read/xml.ts';

/** Throws where XML is not well-formed, or holds what XML 1.0 forbids. */
export function check(xml: string): void {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml))
    throw new Error('It holds a character that XML 1.0 forbids.');
  readXml(xml.replace(/^<\?xml[^>]*\?>/, ''), new Map(), () => {}, 1000);
}
