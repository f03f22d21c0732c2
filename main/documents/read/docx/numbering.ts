import { printBullet, printCounter } from '../counters.ts';
import { attribute, readXml, type ElementRule } from '../xml.ts';
import { valOf } from './styles.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  /** The level (counting from 1) whose next item starts this one anew; 0: nothing does. */
  restart: number | null;
  isLegal: boolean;
  style: string | null;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  styleLink: string | null;
  numStyleLink: string | null;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  restart: null,
  isLegal: false,
  style: null,
});

/** Levels that Word has. */
const mostLevels = 9;

/**
 * The numbers of a document's lists: `next` gives the label of the next item of a list, as it prints. Lists of one
 * abstract list count on together, until one sets a start of its own (ISO/IEC 29500-1, 17.9).
 */
export class Numbering {
  readonly #abstract = new Map<string, AbstractList>();
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<AbstractList, number[]>();
  readonly #begun = new Set<string>();
  readonly #byStyleLink = new Map<string, AbstractList>();
  /** The style of a level, so that a paragraph of that style needs no level of its own. */
  readonly #levelOfStyle = new Map<string, number>();

  constructor(source: string | null, maxDepth: number) {
    if (source === null) return;
    let abstract: AbstractList | null = null;
    let list: List | null = null;
    let levels = new Map<number, Level>();
    let level = newLevel();
    let listLevel = 0;
    const rules = new Map<string, ElementRule>([
      [
        'w:abstractNum',
        {
          open: (attributes) => {
            abstract = { levels: new Map(), styleLink: null, numStyleLink: null };
            levels = abstract.levels;
            list = null;
            this.#abstract.set(attribute(attributes, 'w:abstractNumId') ?? '', abstract);
          },
        },
      ],
      [
        'w:num',
        {
          open: (attributes) => {
            list = { abstract: '', starts: new Map(), levels: new Map() };
            levels = list.levels;
            this.#lists.set(attribute(attributes, 'w:numId') ?? '', list);
          },
        },
      ],
      [
        'w:abstractNumId',
        { open: (attributes) => void (list !== null && (list.abstract = valOf(attributes))) },
      ],
      [
        'w:lvlOverride',
        { open: (attributes) => void (listLevel = Number(attribute(attributes, 'w:ilvl'))) },
      ],
      [
        'w:startOverride',
        { open: (attributes) => void list?.starts.set(listLevel, Number(valOf(attributes))) },
      ],
      [
        'w:lvl',
        {
          open(attributes) {
            level = newLevel();
            levels.set(Number(attribute(attributes, 'w:ilvl')), level);
          },
        },
      ],
      ['w:start', { open: (attributes) => void (level.start = Number(valOf(attributes))) }],
      ['w:numFmt', { open: (attributes) => void (level.format = valOf(attributes)) }],
      ['w:lvlText', { open: (attributes) => void (level.text = valOf(attributes).slice(0, 200)) }],
      ['w:lvlRestart', { open: (attributes) => void (level.restart = Number(valOf(attributes))) }],
      ['w:isLgl', { open: () => void (level.isLegal = true) }],
      ['w:pStyle', { open: (attributes) => void (level.style = valOf(attributes)) }],
      [
        'w:styleLink',
        {
          open: (attributes) =>
            void (abstract !== null && (abstract.styleLink = valOf(attributes))),
        },
      ],
      [
        'w:numStyleLink',
        {
          open: (attributes) =>
            void (abstract !== null && (abstract.numStyleLink = valOf(attributes))),
        },
      ],
      // A newer form of a number's format stands beside the older one.
      ['mc:AlternateContent', { isSkipped: true }],
      ['w:rPr', { isSkipped: true }],
    ]);
    readXml(source, rules, () => {}, maxDepth);
    for (const one of this.#abstract.values()) {
      if (one.styleLink !== null) this.#byStyleLink.set(one.styleLink, one);
      for (const [index, { style }] of one.levels) {
        if (style !== null) this.#levelOfStyle.set(style, index);
      }
    }
  }

  /** The level that a list's definition gives to paragraphs of a style. */
  levelOfStyle(style: string): number | undefined {
    return this.#levelOfStyle.get(style);
  }

  #abstractOf(list: List): AbstractList | undefined {
    const abstract = this.#abstract.get(list.abstract);
    const link = abstract?.numStyleLink ?? null;
    return link === null ? abstract : (this.#byStyleLink.get(link) ?? abstract);
  }

  /** Null: there is no such list or level, or it prints nothing. `level` counts from 0. */
  next(listId: string, level: number): string | null {
    const list = this.#lists.get(listId);
    if (list === undefined || !(level >= 0 && level < mostLevels)) return null;
    const abstract = this.#abstractOf(list);
    if (abstract === undefined) return null;
    const levelAt = (index: number): Level | undefined =>
      list.levels.get(index) ?? abstract.levels.get(index);
    const own = levelAt(level);
    if (own === undefined) return null;

    const counters = this.#counters.get(abstract) ?? [];
    this.#counters.set(abstract, counters);
    const startOf = (index: number): number => list.starts.get(index) ?? levelAt(index)?.start ?? 1;
    // The first item of a list with a start of its own begins there, whatever was counted before.
    const beginning = `${listId}/${level}`;
    const isNewStart = list.starts.has(level) && !this.#begun.has(beginning);
    this.#begun.add(beginning);
    const before = counters[level];
    counters[level] = before === undefined || isNewStart ? startOf(level) : before + 1;
    for (let deeper = level + 1; deeper < mostLevels; deeper += 1) {
      const restart = levelAt(deeper)?.restart ?? null;
      if (restart === null || (restart !== 0 && level < restart)) delete counters[deeper];
    }
    if (own.format === 'bullet') return printBullet(own.text);
    const label = own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = own.isLegal ? 'decimal' : (levelAt(index)?.format ?? 'decimal');
      return printCounter((counters[index] ??= startOf(index)), format);
    });
    return label.trim() === '' ? null : label.trim();
  }
}
