import { attribute, readXml, type ElementRule } from '../xml.ts';

/** What a style gives its paragraphs or runs, with all that it inherits. Undefined: it says nothing. */
export interface Style {
  readonly name: string;
  /** 1 to 6; 0: it says that this is no heading. */
  readonly level?: number;
  readonly list?: string;
  readonly listLevel?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isHidden?: boolean;
}

type Draft = { -readonly [K in keyof Style]: Style[K] } & { basedOn?: string };

/** The `w:val` of an element, where most have what they say; empty where it has none. */
export const valOf = (attributes: string): string => attribute(attributes, 'w:val') ?? '';

/** A switch such as `<w:b/>`: on, unless its value says no. */
export const isOn = (attributes: string): boolean => {
  const value = attribute(attributes, 'w:val');
  return value === null || !/^(?:0|false|off|none)$/.test(value);
};

/** Outline levels count from 0, and 9 is body text; headings are kept to six levels. */
export const levelOf = (outline: string | null): number => {
  const level = Number(outline);
  return Number.isInteger(level) && level >= 0 && level < 9 ? Math.min(level + 1, 6) : 0;
};

function levelOfName(name: string): number | undefined {
  const numbered = /^heading ([1-9])$/i.exec(name)?.[1];
  if (numbered !== undefined) return levelOf(String(Number(numbered) - 1));
  return /^title$/i.test(name) ? 1 : undefined;
}

/** The styles of a document by their ids. */
export function readStyles(source: string | null, maxDepth: number): ReadonlyMap<string, Style> {
  const drafts = new Map<string, Draft>();
  if (source === null) return new Map();
  let draft: Draft = { name: '' };
  const rules = new Map<string, ElementRule>([
    [
      'w:style',
      {
        open(attributes) {
          draft = { name: '' };
          drafts.set(attribute(attributes, 'w:styleId') ?? '', draft);
          if (
            attribute(attributes, 'w:default') === '1' &&
            attribute(attributes, 'w:type') === 'paragraph'
          ) {
            drafts.set('', draft);
          }
        },
      },
    ],
    ['w:name', { open: (attributes) => void (draft.name = valOf(attributes)) }],
    ['w:basedOn', { open: (attributes) => void (draft.basedOn = valOf(attributes)) }],
    ['w:outlineLvl', { open: (attributes) => void (draft.level = levelOf(valOf(attributes))) }],
    ['w:numId', { open: (attributes) => void (draft.list = valOf(attributes)) }],
    ['w:ilvl', { open: (attributes) => void (draft.listLevel = Number(valOf(attributes))) }],
    ['w:b', { open: (attributes) => void (draft.isBold = isOn(attributes)) }],
    ['w:i', { open: (attributes) => void (draft.isItalic = isOn(attributes)) }],
    ['w:vanish', { open: (attributes) => void (draft.isHidden = isOn(attributes)) }],
    ['w:docDefaults', { isSkipped: true }],
    ['w:latentStyles', { isSkipped: true }],
    ['w:tblStylePr', { isSkipped: true }],
    ['w:pPrChange', { isSkipped: true }],
    ['w:rPrChange', { isSkipped: true }],
  ]);
  readXml(source, rules, () => {}, maxDepth);

  const styles = new Map<string, Style>();
  const resolve = (id: string, below: ReadonlySet<string>): Style | undefined => {
    const known = styles.get(id);
    if (known !== undefined) return known;
    const found = drafts.get(id);
    if (found === undefined || below.has(id) || below.size > 50) return undefined;
    const { basedOn, ...own } = found;
    const parent = basedOn === undefined ? undefined : resolve(basedOn, new Set([...below, id]));
    const level = own.level ?? levelOfName(own.name);
    const style: Style = { ...parent, ...own, ...(level !== undefined && { level }) };
    styles.set(id, style);
    return style;
  };
  for (const id of drafts.keys()) resolve(id, new Set());
  return styles;
}
