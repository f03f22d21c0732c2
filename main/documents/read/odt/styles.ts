import { attribute, type ElementRule } from '../xml.ts';

/** What a style gives, with all that it inherits. `name` is that of the nearest style that a person would see. */
export interface OdtStyle {
  readonly name: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isHidden?: boolean;
}

export interface ListLevel {
  /** "1", "a", "A", "i", "I"; empty: prints no number. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly displayLevels: number;
  readonly start: number;
  /** LibreOffice's own pattern, as "%1%.%2%)"; null where there is none. */
  readonly pattern: string | null;
  readonly bullet: string | null;
}

export type ListStyle = Map<number, ListLevel>;

type Draft = { -readonly [K in keyof OdtStyle]: OdtStyle[K] } & {
  parent: string;
  isAutomatic: boolean;
};

/** Gathers the styles of content.xml and styles.xml: feed both through `rules`, then ask. */
export class OdtStyles {
  readonly #drafts = new Map<string, Draft>();
  readonly #styles = new Map<string, OdtStyle>();
  readonly lists = new Map<string, ListStyle>();
  readonly outline: ListStyle = new Map();

  rules(): Map<string, ElementRule> {
    let draft: Draft | null = null;
    let isAutomatic = false;
    let list: ListStyle = new Map();
    const level: ElementRule = {
      open(attributes) {
        const at = (name: string): string | null => attribute(attributes, name);
        const bullet = at('text:bullet-char');
        list.set(Number(at('text:level')), {
          format: at('style:num-format') ?? '',
          prefix: at('style:num-prefix') ?? '',
          suffix: at('style:num-suffix') ?? '',
          displayLevels: Number(at('text:display-levels') ?? 1),
          start: Number(at('text:start-value') ?? 1),
          pattern: at('loext:num-list-format'),
          bullet,
        });
      },
    };
    return new Map<string, ElementRule>([
      [
        'office:automatic-styles',
        { open: () => void (isAutomatic = true), close: () => void (isAutomatic = false) },
      ],
      [
        'style:style',
        {
          open: (attributes) => {
            const name = attribute(attributes, 'style:name') ?? '';
            draft = {
              name: attribute(attributes, 'style:display-name') ?? name,
              parent: attribute(attributes, 'style:parent-style-name') ?? '',
              isAutomatic,
            };
            this.#drafts.set(`${attribute(attributes, 'style:family')}/${name}`, draft);
          },
          close: () => void (draft = null),
        },
      ],
      [
        'style:text-properties',
        {
          open(attributes) {
            if (draft === null) return;
            const weight = attribute(attributes, 'fo:font-weight');
            const slant = attribute(attributes, 'fo:font-style');
            const display = attribute(attributes, 'text:display');
            if (weight !== null) draft.isBold = weight === 'bold' || Number(weight) >= 600;
            if (slant !== null) draft.isItalic = slant !== 'normal';
            if (display !== null) draft.isHidden = display === 'none';
          },
        },
      ],
      [
        'text:list-style',
        {
          open: (attributes) => {
            list = new Map();
            this.lists.set(attribute(attributes, 'style:name') ?? '', list);
          },
        },
      ],
      ['text:outline-style', { open: () => void (list = this.outline) }],
      ['text:list-level-style-number', level],
      ['text:list-level-style-bullet', level],
      ['text:outline-level-style', level],
    ]);
  }

  of(family: 'paragraph' | 'text', name: string): OdtStyle | undefined {
    return this.#resolve(family, name, 0);
  }

  #resolve(family: string, name: string, depth: number): OdtStyle | undefined {
    const key = `${family}/${name}`;
    const known = this.#styles.get(key);
    if (known !== undefined) return known;
    const draft = this.#drafts.get(key);
    if (draft === undefined || depth > 50) return undefined;
    const { parent, isAutomatic, ...own } = draft;
    const above = this.#resolve(family, parent, depth + 1);
    const style = { ...above, ...own, name: isAutomatic ? (above?.name ?? parent) : own.name };
    this.#styles.set(key, style);
    return style;
  }
}
