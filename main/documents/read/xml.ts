import { Refusal } from './refusal.ts';

/** What a reader does at one kind of element. Elements without a rule are passed through: their children count. */
export interface ElementRule {
  /** `attributes` is the raw text between name and end; see `attribute`. `true`: pass over all that is inside. */
  readonly open?: (attributes: string) => boolean | void;
  /** Not called where `open` answered true. */
  readonly close?: () => void;
  /** Whether the words directly inside go to `onText`. */
  readonly hasText?: boolean;
  /** Whether everything inside is passed over. */
  readonly isSkipped?: boolean;
}

export type ElementRules = ReadonlyMap<string, ElementRule>;

const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Only the five entities that XML names itself, and characters by number. Anything else is refused. */
function decode(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([^;&\s]{0,20}));?/gi,
    (whole, decimal, hex, name) => {
      const known = named.get(name as string);
      if (known !== undefined && whole.endsWith(';')) return known;
      const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
      if (!whole.endsWith(';') || !(code > 0 && code <= 0x10ffff)) throw malformed();
      return String.fromCodePoint(code);
    },
  );
}

const malformed = (): Refusal =>
  new Refusal(
    'damaged',
    'is damaged: its text is not well-formed XML. Get a fresh copy of the file',
  );

/** The value of an attribute in the raw text of an element; null where it has none of that name. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    if (at > 0 && attributes.charCodeAt(at - 1) > 32) continue;
    let next = at + name.length;
    while (attributes.charCodeAt(next) <= 32) next += 1;
    if (attributes[next] !== '=') continue;
    next += 1;
    while (attributes.charCodeAt(next) <= 32) next += 1;
    const quote = attributes[next];
    if (quote !== '"' && quote !== "'") return null;
    const end = attributes.indexOf(quote, next + 1);
    return end === -1 ? null : decode(attributes.slice(next + 1, end));
  }
  return null;
}

/** The text of an XML part: UTF-8, or UTF-16 with a byte-order mark. */
export function decodeXml(bytes: Uint8Array): string {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw malformed();
  }
}

/** Where the tag that begins at `from` ends; a ">" inside a quoted value is none. -1: nowhere. */
function endOfTag(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x3e) return at;
    if (code !== 0x22 && code !== 0x27) continue;
    at = source.indexOf(code === 0x22 ? '"' : "'", at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

/**
 * Reads XML in one pass, calling the rule of each element. Refuses with `entities-refused` (any document type
 * declaration, the door of entity expansion and external entities), `too-deep` and `damaged` (not well-formed).
 *
 * Own code, since with the rules in a map and attributes left raw it measured several times the speed of a general
 * parser, and since there is nothing in it that could load or expand anything.
 */
export function readXml(
  source: string,
  rules: ElementRules,
  onText: (text: string) => void,
  maxDepth: number,
): void {
  const names: string[] = [];
  const open: (ElementRule | undefined)[] = [];
  /** The depth of the element that is passed over; -1 where none is. */
  let skipped = -1;
  let takesText = false;
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let hasRoot = false;

  const takeText = (start: number, end: number, isRaw = false): void => {
    if (!takesText || end <= start) return;
    const words = source.slice(start, end);
    onText(isRaw ? words : decode(words));
  };
  const close = (): void => {
    const rule = open.pop();
    names.pop();
    if (skipped === -1) rule?.close?.();
    else if (skipped === names.length) skipped = -1;
    takesText = skipped === -1 && open.at(-1)?.hasText === true;
  };

  while (at < source.length) {
    const tag = source.indexOf('<', at);
    if (tag === -1) {
      if (source.slice(at).trim() !== '' || names.length > 0) throw malformed();
      break;
    }
    takeText(at, tag);
    const kind = source.charCodeAt(tag + 1);
    if (kind === 0x2f) {
      const name = names.at(-1);
      if (name === undefined || !source.startsWith(name, tag + 2)) throw malformed();
      at = tag + 2 + name.length;
      while (source.charCodeAt(at) <= 32) at += 1;
      if (source.charCodeAt(at) !== 0x3e) throw malformed();
      at += 1;
      close();
      continue;
    }
    if (kind === 0x21) {
      at = passDeclaration(source, tag, takeText);
      continue;
    }
    if (kind === 0x3f) {
      const end = source.indexOf('?>', tag);
      if (end === -1) throw malformed();
      at = end + 2;
      continue;
    }
    const end = endOfTag(source, tag + 1);
    if (end === -1) throw malformed();
    if (names.length === 0 && hasRoot) throw malformed();
    hasRoot = true;
    const isEmpty = source.charCodeAt(end - 1) === 0x2f;
    const tagEnd = isEmpty ? end - 1 : end;
    let nameEnd = tag + 1;
    while (nameEnd < tagEnd && source.charCodeAt(nameEnd) > 32) nameEnd += 1;
    if (nameEnd === tag + 1) throw malformed();
    const name = source.slice(tag + 1, nameEnd);
    at = end + 1;
    names.push(name);
    if (names.length > maxDepth) {
      throw new Refusal(
        'too-deep',
        `is not read: its elements stand more than ${maxDepth} deep inside one another`,
      );
    }
    const rule = skipped === -1 ? rules.get(name) : undefined;
    open.push(rule);
    if (rule !== undefined) {
      const isPassedOver =
        rule.isSkipped === true || rule.open?.(source.slice(nameEnd, tagEnd)) === true;
      if (isPassedOver) skipped = names.length - 1;
    }
    takesText = skipped === -1 && rule?.hasText === true;
    if (isEmpty) close();
  }
  if (names.length > 0 || !hasRoot) throw malformed();
}

/** Comments are passed over and character data is text; a document type declaration is refused. */
function passDeclaration(
  source: string,
  tag: number,
  takeText: (start: number, end: number, isRaw: boolean) => void,
): number {
  if (source.startsWith('<!--', tag)) {
    const end = source.indexOf('-->', tag + 4);
    if (end === -1) throw malformed();
    return end + 3;
  }
  if (source.startsWith('<![CDATA[', tag)) {
    const end = source.indexOf(']]>', tag + 9);
    if (end === -1) throw malformed();
    takeText(tag + 9, end, true);
    return end + 3;
  }
  throw new Refusal(
    'entities-refused',
    'is not read: it declares a document type or entities of its own, which no document of its kind needs',
  );
}
