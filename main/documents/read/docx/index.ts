import { Captioner, wordsOf } from '../captions.ts';
import type { ReadSource } from '../blocks.ts';
import { BlockList } from '../collect.ts';
import { readProperties } from '../properties.ts';
import type { ReadLimits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Warnings } from '../warn.ts';
import { attribute, decodeXml, readXml, type ElementRule } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { readBody, type Surroundings } from './body.ts';
import { canonical } from './namespaces.ts';
import { Numbering } from './numbering.ts';
import { readStyles } from './styles.ts';

const relationTypes = /\/(styles|numbering|footnotes|endnotes)$/;

/** The parts that the body's relations name: some producers give them other names than Word does. */
function findParts(archive: Archive, body: string, maxDepth: number): ReadonlyMap<string, string> {
  const folder = body.slice(0, body.lastIndexOf('/') + 1);
  const file = body.slice(folder.length);
  const parts = new Map<string, string>();
  const relations = archive.unpack(`${folder}_rels/${file}.rels`);
  if (relations !== null) {
    const rule: ElementRule = {
      open(attributes) {
        const kind = relationTypes.exec(attribute(attributes, 'Type') ?? '')?.[1];
        const target = attribute(attributes, 'Target');
        if (kind === undefined || target === null) return;
        parts.set(kind, target.startsWith('/') ? target.slice(1) : folder + target);
      },
    };
    readXml(decodeXml(relations), new Map([['Relationship', rule]]), () => {}, maxDepth);
  }
  return parts;
}

/** The words of footnotes or endnotes by their ids. */
function readNotes(source: string | null, around: Surroundings): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  if (source === null) return notes;
  let id = '';
  readBody(
    source,
    around,
    (item) => {
      const words = wordsOf([item]);
      const before = notes.get(id);
      if (words !== '') notes.set(id, before === undefined ? words : `${before}\n${words}`);
    },
    (next) => (id = next),
  );
  return notes;
}

/** Reads a WordprocessingML document (DOCX, DOCM, their templates): the parts it needs, each in one pass. */
export function readDocx(
  archive: Archive,
  body: string,
  limits: ReadLimits,
  warnings: Warnings,
): ReadSource {
  const { maxDepth } = limits;
  const part = (name: string | undefined): string | null => {
    const bytes = name === undefined ? null : archive.unpack(name);
    return bytes === null ? null : canonical(decodeXml(bytes));
  };
  const main = part(body);
  if (main === null) throw new Refusal('damaged', 'is damaged: its text is missing');
  const parts = findParts(archive, body, maxDepth);
  const none = new Map<string, string>();
  const bare: Surroundings = {
    styles: readStyles(part(parts.get('styles')), maxDepth),
    numbering: new Numbering(null, maxDepth),
    footnotes: none,
    endnotes: none,
    warnings,
    maxDepth,
    lineNow: () => null,
  };
  const list = new BlockList(limits, warnings);
  const around: Surroundings = {
    ...bare,
    numbering: new Numbering(part(parts.get('numbering')), maxDepth),
    footnotes: readNotes(part(parts.get('footnotes')), bare),
    endnotes: readNotes(part(parts.get('endnotes')), bare),
    lineNow: () => list.line,
  };
  const captioner = new Captioner(list);
  readBody(main, around, (item) => captioner.add(item));
  captioner.flush();
  return {
    blocks: list.blocks,
    ...readProperties(part('docProps/core.xml'), maxDepth),
  };
}
