import type { ReadSource } from '../blocks.ts';
import { Captioner } from '../captions.ts';
import { BlockList } from '../collect.ts';
import { readProperties } from '../properties.ts';
import type { ReadLimits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Warnings } from '../warn.ts';
import { decodeXml, readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { bodyRules } from './body.ts';
import { OdtStyles } from './styles.ts';

interface Parts {
  readonly content: string;
  /** Named styles; null where they stand in `content`. */
  readonly styles: string | null;
  readonly meta: string | null;
}

function readParts(
  { content, styles: named, meta }: Parts,
  limits: ReadLimits,
  warnings: Warnings,
): ReadSource {
  const { maxDepth } = limits;
  const styles = new OdtStyles();
  // Named styles come first, since automatic ones inherit from them; the text needs both.
  const body = { isSkipped: true };
  for (const source of [named, content]) {
    if (source === null) continue;
    readXml(source, new Map([...styles.rules(), ['office:body', body]]), () => {}, maxDepth);
  }
  const list = new BlockList(limits, warnings);
  const captioner = new Captioner(list);
  const { rules, onText } = bodyRules(
    styles,
    warnings,
    () => list.line,
    (item) => captioner.add(item),
  );
  const outside = [
    'styles',
    'automatic-styles',
    'master-styles',
    'meta',
    'settings',
    'scripts',
    'font-face-decls',
  ];
  for (const name of outside) rules.set(`office:${name}`, { isSkipped: true });
  readXml(content, rules, onText, maxDepth);
  captioner.flush();
  return { blocks: list.blocks, ...readProperties(meta, maxDepth) };
}

/** Reads an OpenDocument text. */
export function readOdt(archive: Archive, limits: ReadLimits, warnings: Warnings): ReadSource {
  const part = (name: string): string | null => {
    const bytes = archive.unpack(name);
    return bytes === null ? null : decodeXml(bytes);
  };
  const isLocked =
    archive.has('encrypted-package') ||
    (part('META-INF/manifest.xml') ?? '').includes('<manifest:encryption-data');
  if (isLocked) {
    throw new Refusal(
      'encrypted',
      'is encrypted. Open it with its password, then save it without one',
    );
  }
  const content = part('content.xml');
  if (content === null) throw new Refusal('damaged', 'is damaged: its text is missing');
  return readParts(
    { content, styles: part('styles.xml'), meta: part('meta.xml') },
    limits,
    warnings,
  );
}

/** Reads an OpenDocument text that is one XML file (FODT). */
export function readFlatOdt(source: string, limits: ReadLimits, warnings: Warnings): ReadSource {
  return readParts({ content: source, styles: null, meta: source }, limits, warnings);
}
