import { Lexer, type Token, type Tokens } from 'marked';
import type { Address } from '../../contract/ids.ts';
import type { Prose, ProseBlock, Run } from '../../contract/prose.ts';
import { isAddress } from './fields.ts';
import type { LocatedText } from './located-text.ts';
import type { Problem } from './problem.ts';

/** Characters from `at` on, as far as the next one, stand on `line`. */
interface LineStart {
  readonly at: number;
  readonly line: number;
}

/** One stretch of a text, with the lines of its file: a paragraph, a heading, an item of a list, a quotation. */
export interface Passage {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quotation';
  /** The number of its block in the prose. */
  readonly block: number;
  readonly runs: readonly Run[];
  /** Where the words of a quotation stand; null for other passages. */
  readonly from: Address | null;
  /** The words of all runs. */
  readonly text: string;
  lineAt(offset: number): number;
}

export interface WrittenProse {
  readonly prose: Prose;
  readonly passages: readonly Passage[];
  readonly problems: readonly Problem[];
}

/** Far more characters than any text needs, and deeper quotations: not given to `marked`, whose time and stack they take. */
const longest = 50_000;
const deepQuotation = /^(?:[ \t]{0,3}>){3}/m;

const names: Readonly<Record<string, string>> = {
  blockquote: 'a quotation in a quotation',
  br: 'a forced line break',
  code: 'a block of code',
  codespan: 'code',
  del: 'struck-out words',
  def: 'a link definition',
  hr: 'a rule',
  html: 'HTML',
  image: 'an image',
  table: 'a table',
  checkbox: 'a check box',
};

/** `marked` writes a target as a web address; ours may hold letters of every script. */
function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** Runs of words under way: they join where style and target agree, and white space folds to one space. */
class Stretch {
  readonly runs: Run[] = [];
  readonly lines: LineStart[] = [];
  #length = 0;

  add(words: string, line: number, style: Run['style'], to: Address | undefined): void {
    const last = this.runs.at(-1);
    const isOpen = last === undefined || last.text.endsWith(' ');
    const text = isOpen ? words.replace(/^ /, '') : words;
    if (text === '') return;
    this.lines.push({ at: this.#length, line });
    this.#length += text.length;
    if (last !== undefined && last.style === style && last.to === to) {
      this.runs[this.runs.length - 1] = { ...last, text: last.text + text };
    } else {
      this.runs.push({
        text,
        ...(to !== undefined && { to }),
        ...(style !== undefined && { style }),
      });
    }
  }

  /** Ends the stretch: no white space at its end, no empty run. */
  end(): { readonly runs: Run[]; readonly lines: LineStart[] } {
    const last = this.runs.at(-1);
    if (last !== undefined) {
      const text = last.text.trimEnd();
      if (text === '') this.runs.pop();
      else this.runs[this.runs.length - 1] = { ...last, text };
    }
    return { runs: this.runs, lines: this.lines };
  }
}

class ProseReader {
  readonly blocks: ProseBlock[] = [];
  readonly passages: Passage[] = [];
  readonly problems: Problem[] = [];
  readonly #source: LocatedText;
  readonly #mayHaveHeadings: boolean;
  /** Everything before it has been read. */
  #cursor = 0;

  constructor(source: LocatedText, mayHaveHeadings: boolean) {
    this.#source = source;
    this.#mayHaveHeadings = mayHaveHeadings;
  }

  read(): void {
    const { text } = this.#source;
    if (text.length > longest) {
      this.#add(this.#source.lineAt(0), `is longer than ${longest} characters`);
      return;
    }
    const deep = deepQuotation.exec(text);
    if (deep !== null) {
      this.#add(
        this.#source.lineAt(deep.index),
        'a quotation in a quotation has no place in a text',
      );
      return;
    }
    for (const token of new Lexer({ gfm: true }).lex(text)) this.#block(token);
  }

  #block(token: Token): void {
    switch (token.type) {
      case 'space':
        return;
      case 'paragraph':
        this.#passage('paragraph', token.tokens ?? []);
        return;
      case 'heading':
        this.#heading(token as Tokens.Heading);
        return;
      case 'list':
        this.#list(token as Tokens.List);
        return;
      case 'blockquote':
        this.#quotation(token as Tokens.Blockquote);
        return;
      default:
        this.#refuse(token);
    }
  }

  #heading(token: Tokens.Heading): void {
    const line = this.#lineOf(token.raw);
    if (!this.#mayHaveHeadings) this.#add(line, 'a heading stands only in a chapter');
    else if (token.depth === 1) this.#add(line, 'a chapter has one title, at its beginning');
    else if (token.depth > 2) this.#add(line, 'a heading is no deeper than ##');
    this.#passage('heading', token.tokens);
  }

  #list(token: Tokens.List): void {
    const block = this.blocks.length;
    const items: Run[][] = [];
    for (const item of token.items) {
      const stretch = new Stretch();
      const [first, ...others] = item.tokens.filter(({ type }) => type !== 'space');
      if (first?.type === 'text' || first?.type === 'paragraph')
        this.#inline((first as Tokens.Paragraph).tokens, stretch);
      else if (first !== undefined) this.#refuse(first);
      for (const other of others) {
        const what = other.type === 'list' ? 'a list in a list' : 'an item of several paragraphs';
        this.#add(this.#lineOf(other.raw), `${what} has no place in a text`);
      }
      const { runs, lines } = stretch.end();
      if (runs.length === 0) this.#add(this.#lineOf(item.raw), 'an item of a list is empty');
      items.push(runs);
      this.#keep('item', block, runs, lines, null);
    }
    this.blocks.push({ kind: 'list', isOrdered: token.ordered, items });
  }

  /** The last line of a quotation is a link alone: where the words stand. */
  #quotation(token: Tokens.Blockquote): void {
    const line = this.#lineOf(token.raw);
    const inline: Token[] = [];
    for (const part of token.tokens) {
      if (part.type === 'space') continue;
      if (part.type !== 'paragraph') {
        this.#refuse(part);
        continue;
      }
      if (inline.length > 0) inline.push({ type: 'text', raw: '\n', text: '\n' });
      inline.push(...(part.tokens ?? []));
    }
    const from = inline.at(-1);
    const before = inline.at(-2);
    if (from?.type !== 'link' || before === undefined || !before.raw.endsWith('\n')) {
      this.#add(line, 'a quotation ends with a line that holds the link to its place alone');
      return;
    }
    const stretch = new Stretch();
    this.#inline(inline.slice(0, -1), stretch);
    const place = this.#target(from as Tokens.Link);
    const { runs, lines } = stretch.end();
    if (place === undefined) return;
    this.#keep('quotation', this.blocks.length, runs, lines, place);
    this.blocks.push({ kind: 'quotation', runs, from: place });
  }

  #passage(kind: 'paragraph' | 'heading', tokens: readonly Token[]): void {
    const stretch = new Stretch();
    this.#inline(tokens, stretch);
    const { runs, lines } = stretch.end();
    this.#keep(kind, this.blocks.length, runs, lines, null);
    this.blocks.push({ kind, runs });
  }

  #inline(tokens: readonly Token[], stretch: Stretch, style?: Run['style'], to?: Address): void {
    for (const token of tokens) {
      if (token.type === 'text' || token.type === 'escape') {
        if ('tokens' in token && token.tokens !== undefined)
          this.#inline(token.tokens, stretch, style, to);
        else this.#words(token as Tokens.Text, stretch, style, to);
      } else if (token.type === 'em') {
        this.#inline(token.tokens ?? [], stretch, 'emphasis', to);
      } else if (token.type === 'strong') {
        this.#inline(token.tokens ?? [], stretch, 'strong', to);
      } else if (token.type === 'link') {
        this.#inline(token.tokens ?? [], stretch, style, this.#target(token as Tokens.Link));
      } else {
        this.#refuse(token);
      }
    }
  }

  #words(
    token: Tokens.Text | Tokens.Escape,
    stretch: Stretch,
    style: Run['style'],
    to: Address | undefined,
  ): void {
    const lines = (token.type === 'escape' ? token.text : token.raw).split('\n');
    for (const [index, words] of lines.entries()) {
      const line = this.#lineOf(words);
      this.#cursor += words.trim().length;
      if (/&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(words)) this.#add(line, 'holds an HTML entity');
      const space = index < lines.length - 1 ? ' ' : '';
      stretch.add(`${words}${space}`.replaceAll(/[ \t]+/g, ' '), line, style, to);
    }
  }

  #target(link: Tokens.Link): Address | undefined {
    const line = this.#lineOf(link.raw);
    const href = decoded(link.href);
    if (link.title) this.#add(line, 'a link has no title');
    if (link.text.trim() === '') this.#add(line, `the link to ${href} has no words`);
    if (isAddress(href)) return href;
    this.#add(line, `the link to ${href} does not lead to an address`);
    return undefined;
  }

  #refuse(token: Token): void {
    const what = names[token.type] ?? token.type;
    this.#add(this.#lineOf(token.raw), `${what} has no place in a text`);
  }

  #keep(
    kind: Passage['kind'],
    block: number,
    runs: readonly Run[],
    lines: readonly LineStart[],
    from: Address | null,
  ): void {
    this.passages.push({
      kind,
      block,
      runs,
      from,
      text: runs.map(({ text }) => text).join(''),
      lineAt: (offset) => (lines.findLast(({ at }) => at <= offset) ?? lines[0])?.line ?? 1,
    });
  }

  /** The line of what comes next in the source. Words come in the order of the source, so the search only goes on. */
  #lineOf(raw: string): number {
    const [words = ''] = raw.trim().split('\n');
    const found = this.#source.text.indexOf(words, this.#cursor);
    if (found === -1) return this.#source.lineAt(this.#cursor);
    this.#cursor = found;
    return this.#source.lineAt(found);
  }

  #add(line: number, message: string): void {
    this.problems.push({ file: this.#source.file, line, message });
  }
}

/**
 * Reads a text of the library's own, Markdown of a few kinds. Everything else is a problem with its line, left out of the
 * prose. `mayHaveHeadings`: in a chapter only.
 */
export function readProse(source: LocatedText, mayHaveHeadings = false): WrittenProse {
  const reader = new ProseReader(source, mayHaveHeadings);
  reader.read();
  return { prose: reader.blocks, passages: reader.passages, problems: reader.problems };
}
