import type { ReadSource } from './blocks.ts';
import { BlockList } from './collect.ts';
import { decodeText } from './encoding.ts';
import { declaredEncoding } from './html/encoding.ts';
import { addPieces } from './html/index.ts';
import { readPage, type Piece } from './html/page.ts';
import type { ReadLimits } from './limits.ts';
import { readProperties } from './properties.ts';
import { Refusal } from './refusal.ts';
import type { Warnings } from './warn.ts';
import { attribute, decodeXml, readXml } from './xml.ts';
import type { Archive } from './zip.ts';

const damaged = (what: string): Refusal => new Refusal('damaged', `is damaged: ${what}`);

function findPackage(archive: Archive, maxDepth: number): string {
  const container = archive.unpack('META-INF/container.xml');
  if (container === null) throw damaged('its container file is missing');
  let path: string | null = null;
  const open = (attributes: string): void => {
    path ??= attribute(attributes, 'full-path');
  };
  readXml(decodeXml(container), new Map([['rootfile', { open }]]), () => {}, maxDepth);
  if (path === null || !archive.has(path)) throw damaged('its package file is missing');
  return path;
}

/** A path in the archive, from a reference in a file of `folder`. */
function resolve(folder: string, href: string): string {
  let path: string;
  try {
    path = decodeURIComponent(href.replace(/[#?].*$/, ''));
  } catch {
    throw damaged('a reference in it cannot be read');
  }
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) {
      throw new Refusal(
        'archive-hostile',
        'is not opened, since its archive is built to do harm: a reference leads out of it',
      );
    }
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The chapters in reading order; the page of contents is none. Names go with or without the package's own prefix. */
function findChapters(source: string, folder: string, maxDepth: number): readonly string[] {
  const items = new Map<
    string,
    { readonly href: string; readonly isContents: boolean; readonly type: string }
  >();
  const chapters: string[] = [];
  const item = {
    open(attributes: string): void {
      items.set(attribute(attributes, 'id') ?? '', {
        href: attribute(attributes, 'href') ?? '',
        isContents: /\bnav\b/.test(attribute(attributes, 'properties') ?? ''),
        type: attribute(attributes, 'media-type') ?? '',
      });
    },
  };
  const itemref = {
    open(attributes: string): void {
      const found = items.get(attribute(attributes, 'idref') ?? '');
      if (found === undefined || found.isContents || !/html/.test(found.type)) return;
      chapters.push(resolve(folder, found.href));
    },
  };
  const rules = new Map([
    ['item', item],
    ['opf:item', item],
    ['itemref', itemref],
    ['opf:itemref', itemref],
  ]);
  readXml(source, rules, () => {}, maxDepth);
  return [...new Set(chapters)];
}

/** Fonts are scrambled in many a book that is open all the same; a scrambled chapter is a locked book. */
function checkLock(archive: Archive, chapters: readonly string[]): void {
  const bytes = archive.unpack('META-INF/encryption.xml');
  const isLocked =
    archive.has('META-INF/rights.xml') ||
    (bytes !== null && chapters.some((chapter) => decodeXml(bytes).includes(`"${chapter}"`)));
  if (isLocked) {
    throw new Refusal(
      'encrypted',
      'is encrypted: its seller has locked it. Get a copy that is not',
    );
  }
}

/** Reads a book: its chapters in the order of its spine, as one document. */
export function readEpub(archive: Archive, limits: ReadLimits, warnings: Warnings): ReadSource {
  const { maxDepth } = limits;
  const path = findPackage(archive, maxDepth);
  const source = decodeXml(archive.unpack(path) ?? new Uint8Array());
  const chapters = findChapters(source, path.slice(0, path.lastIndexOf('/') + 1), maxDepth);
  checkLock(archive, chapters);
  const pieces: Piece[] = [];
  for (const chapter of chapters) {
    const bytes = archive.unpack(chapter);
    if (bytes === null) {
      warnings.add(
        'part-missing',
        `The book names a chapter "${chapter.slice(0, 100)}" that is not in it.`,
        null,
      );
      continue;
    }
    const text = decodeText(bytes, warnings, declaredEncoding(bytes));
    for (const piece of readPage(text, chapter.replace(/^.*\//, ''), maxDepth, true).pieces)
      pieces.push(piece);
  }
  const list = new BlockList(limits, warnings);
  addPieces(pieces, list);
  return { blocks: list.blocks, ...readProperties(source, maxDepth) };
}
