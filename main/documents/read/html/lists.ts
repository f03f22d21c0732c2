import { formatOfFirst, printCounter } from '../counters.ts';

const formats: Readonly<Record<string, string>> = {
  ...formatOfFirst,
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
};

export interface List {
  /** A format of `printCounter`; "bullet", or "none" where the list prints no labels. */
  readonly format: string;
  /** Null behind the first paragraph of an item, which bears the label. */
  label: string | null;
  startItem(attributes: Readonly<Record<string, string>>): void;
  endItem(): void;
}

export function newList(name: string, attributes: Readonly<Record<string, string>>): List {
  const style =
    /list-style(?:-type)?\s*:\s*([a-z-]{1,30})/i.exec(attributes['style'] ?? '')?.[1] ?? null;
  const isOrdered = name === 'ol';
  let format = isOrdered ? (formats[style ?? attributes['type'] ?? '1'] ?? 'decimal') : 'bullet';
  if (style === 'none') format = 'none';
  let counter = Number.parseInt(attributes['start'] ?? '1', 10);
  if (!Number.isFinite(counter)) counter = 1;
  return {
    format,
    label: null,
    startItem(own) {
      const value = Number.parseInt(own['value'] ?? '', 10);
      if (Number.isFinite(value)) counter = value;
      if (format === 'bullet') this.label = '\u2022';
      else this.label = format === 'none' ? null : `${printCounter(counter, format)}.`;
      counter += 1;
    },
    endItem() {
      this.label = null;
    },
  };
}

/** A label that is written out in the words of the item: its list then shows none of its own, whatever its style says. */
const ownLabel =
  /^\s*(?:\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3})(?:bis|ter)?\)|\d{1,3}(?:\.\d{1,3}){0,4}\.?[\s\u00a0]+(?=\p{Lu})|[\u2022\u2013\u2014-]\s)/u;

/** The label of a paragraph in a list, with the tab behind it; empty for all but the first of an item. */
export function labelOf(list: List, text: string): string {
  const { label } = list;
  list.label = null;
  return label === null || ownLabel.test(text) ? '' : `${label}\t`;
}
