import type { Address } from '../../contract/ids.ts';
import { plainText, type Prose } from '../../contract/prose.ts';
import type { LibraryRecord, Source } from '../../contract/records.ts';
import { countWords, misfitOf, type Length } from './lengths.ts';
import type { LocatedText } from './located-text.ts';
import type { PlacedLink, PlacedRecord, PlacedText } from './placed.ts';
import type { Problem } from './problem.ts';
import { readProse, type Passage } from './read-prose.ts';
import type { SourceList } from './kinds/sources.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** A record in the making: what its file says becomes the record's values, and is noted down with its place. */
export class Draft {
  readonly #yaml: YamlFile;
  readonly #path: Path;
  readonly #address: Address;
  readonly #problems: Problem[];
  readonly #texts: PlacedText[] = [];
  readonly #links: PlacedLink[] = [];

  /** `path` leads to the record in its file: empty where the file is one record. */
  constructor(yaml: YamlFile, path: Path, address: string, problems: Problem[]) {
    this.#yaml = yaml;
    this.#path = path;
    this.#address = address as Address;
    this.#problems = problems;
  }

  readonly lineOf = (path: Path): number => this.#yaml.lineOf([...this.#path, ...path]);

  problem(path: Path, message: string): void {
    const line = this.lineOf(path);
    this.#problems.push({ file: this.#yaml.file, line, message: `${path.join('.')} ${message}` });
  }

  /** A text of some kinds of blocks. Null: the length is free. `part` is the stop that it belongs to. */
  prose(path: Path, length: Length | null, part = this.#address): Prose {
    const key = path.join('.');
    const line = this.lineOf(path);
    return this.#read(this.#yaml.textAt([...this.#path, ...path]), { key, line, part, length });
  }

  /** The title of a text in a file of its own, on the file's first line. */
  chapterTitle(file: string, title: string): string {
    const runs = [{ text: title }];
    const passage: Passage = {
      kind: 'heading',
      block: 0,
      runs,
      from: null,
      text: title,
      lineAt: () => 1,
    };
    const address = this.#address;
    this.#texts.push({ file, line: 1, key: 'title', address, isLine: true, passages: [passage] });
    return title;
  }

  /** A text in a file of its own. */
  chapter(source: LocatedText, line: number, length: Length): Prose {
    return this.#read(source, { key: 'text', line, part: this.#address, length }, true);
  }

  /** A text of one line without marks. */
  line(path: Path, text: string, part = this.#address): string {
    const { file } = this.#yaml;
    const line = this.lineOf(path);
    if (/\]\(|\*\*|(?:^|\s)_\S|`/.test(text)) this.problem(path, 'is one line without marks');
    const lineAt = (offset: number): number =>
      this.#yaml.textAt([...this.#path, ...path]).lineAt(offset);
    const runs = [{ text }];
    const passage = { kind: 'paragraph', block: 0, runs, from: null, text, lineAt } as const;
    const key = path.join('.');
    this.#texts.push({ file, line, key, address: part, isLine: true, passages: [passage] });
    return text;
  }

  /** Addresses that a key names: one, or a list. */
  link(path: Path, to: string, from = this.#address): void {
    const { file } = this.#yaml;
    const key = path.join('.');
    this.#links.push({ file, line: this.lineOf(path), key, from, to: to as Address });
  }

  list<Each extends string>(key: string, addresses: readonly Each[]): readonly Each[] {
    for (const [index, to] of addresses.entries()) this.link([key, index], to);
    return addresses;
  }

  topics(slugs: readonly string[]): readonly string[] {
    for (const [index, slug] of slugs.entries()) this.link(['topics', index], `topic/${slug}`);
    return slugs;
  }

  sources(names: readonly string[], list: SourceList): readonly Source[] {
    return names.flatMap((name, index) => {
      const source = list.find(name);
      if (source === null) {
        this.problem(['sources', index], `"${name}" is not in sources.yaml, and no address`);
        return [];
      }
      if (source.address !== null) this.link(['sources', index], source.address);
      return [source];
    });
  }

  finish<Kind extends LibraryRecord>(record: Kind, line = this.lineOf([])): PlacedRecord<Kind> {
    const { file } = this.#yaml;
    return { record, file, line, lineOf: this.lineOf, texts: this.#texts, links: this.#links };
  }

  #read(
    source: LocatedText,
    of: {
      readonly key: string;
      readonly line: number;
      readonly part: Address;
      readonly length: Length | null;
    },
    mayHaveHeadings = false,
  ): Prose {
    const { key, line, part, length } = of;
    const { file } = source;
    const { prose, passages, problems } = readProse(source, mayHaveHeadings);
    this.#problems.push(...problems);
    const misfit = length === null ? null : misfitOf(countWords(plainText(prose)), length, 'words');
    if (misfit !== null) this.#problems.push({ file, line, message: `${key} ${misfit}` });
    this.#texts.push({ file, line, key, address: part, isLine: false, passages });
    for (const { runs, from, lineAt } of passages) {
      let at = 0;
      for (const { text, to } of runs) {
        if (to !== undefined) this.#links.push({ file, line: lineAt(at), key: '', from: part, to });
        at += text.length;
      }
      if (from !== null)
        this.#links.push({ file, line: lineAt(at), key: '', from: part, to: from });
    }
    return prose;
  }
}
