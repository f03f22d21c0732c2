import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import type { Address } from '../../../contract/ids.ts';
import type { ChapterRecord, HandbookRecord, Source } from '../../../contract/records.ts';
import { Draft } from '../draft.ts';
import { listOf, slug, sources, text, topics } from '../fields.ts';
import { filesUnder, isAside, readText } from '../folder.ts';
import { chaptersOfHandbook, lengths, misfitOf } from '../lengths.ts';
import { locatedByLines } from '../located-text.ts';
import type { PlacedRecord } from '../placed.ts';
import { openRecord, type Reading } from '../reading.ts';
import type { YamlFile } from '../yaml-file.ts';

const schema = v.strictObject({
  title: text,
  lead: text,
  chapters: listOf(slug),
  topics,
  sources,
});

type Handbook = v.InferOutput<typeof schema>;

/** The title in the first line of a chapter, and what stands below it. */
function splitTitle(source: string): { title: string; body: string; firstLine: number } | null {
  const found = /^\s*# +(?<title>\S[^\n]*)(?:\n|$)/.exec(source);
  const title = found?.groups?.['title'];
  if (found === null || title === undefined) return null;
  const firstLine = found[0].split('\n').length;
  return { title: title.trim(), body: source.slice(found[0].length), firstLine };
}

async function readChapter(
  { problems, unfit }: Reading,
  file: string,
  of: {
    readonly yaml: YamlFile;
    readonly handbook: Address;
    readonly slug: string;
    readonly topics: readonly string[];
    readonly sources: readonly Source[];
  },
): Promise<PlacedRecord<ChapterRecord> | null> {
  const address = `${of.handbook}#${of.slug}` as Address;
  const source = (await readText(file, problems))?.replaceAll('\r\n', '\n');
  const split = source === undefined ? null : splitTitle(source);
  if (split === null) {
    unfit.add(address);
    if (source !== undefined)
      problems.push({ file, line: 1, message: 'does not begin with a title, "# …"' });
    return null;
  }
  const draft = new Draft(of.yaml, [], address, problems);
  const body = locatedByLines(file, split.body, split.firstLine);
  const record: ChapterRecord = {
    kind: 'chapter',
    address,
    handbook: of.handbook,
    title: draft.chapterTitle(file, split.title),
    text: draft.chapter(body, 1, lengths.chapter),
    topics: of.topics,
    sources: of.sources,
  };
  return { ...draft.finish(record), file, line: 1, lineOf: () => 1 };
}

async function readHandbook(
  reading: Reading,
  folder: string,
  files: readonly string[],
): Promise<PlacedRecord<HandbookRecord | ChapterRecord>[]> {
  const { problems, unfit } = reading;
  const address = `handbook/${basename(folder)}` as Address;
  const opened = await openRecord(join(folder, 'handbook.yaml'), schema, 'a handbook', problems);
  if (opened === null) {
    unfit.add(address);
    for (const name of files) unfit.add(`${address}#${basename(name, '.md')}`);
    return [];
  }
  const { yaml, value } = opened;
  const draft = new Draft(yaml, [], address, problems);
  const misfit = misfitOf(value.chapters.length, chaptersOfHandbook, 'chapters');
  if (misfit !== null) draft.problem(['chapters'], misfit);
  reportStrays(folder, files, value, problems);

  const common = {
    topics: draft.topics(value.topics),
    sources: draft.sources(value.sources, reading.sources),
  };
  const chapters: PlacedRecord<ChapterRecord>[] = [];
  for (const [index, name] of value.chapters.entries()) {
    if (!files.includes(`${name}.md`)) {
      draft.problem(['chapters', index], `${name}.md is missing`);
      unfit.add(`${address}#${name}`);
      continue;
    }
    const of = { yaml, handbook: address, slug: name, ...common };
    const chapter = await readChapter(reading, join(folder, `${name}.md`), of);
    if (chapter !== null) chapters.push(chapter);
  }
  const record: HandbookRecord = {
    kind: 'handbook',
    address,
    title: draft.line(['title'], value.title),
    lead: draft.prose(['lead'], lengths['lead of a handbook']),
    chapters: chapters.map(({ record: { address: place, title } }) => ({ address: place, title })),
    ...common,
  };
  return [draft.finish(record), ...chapters];
}

function reportStrays(
  folder: string,
  files: readonly string[],
  { chapters }: Handbook,
  problems: Reading['problems'],
): void {
  for (const name of files) {
    if (name === 'handbook.yaml' || isAside(name)) continue;
    if (name.endsWith('.md') && chapters.includes(basename(name, '.md'))) continue;
    const message = 'is no chapter that handbook.yaml names';
    problems.push({ file: join(folder, name), line: null, message });
  }
}

/** Reads `handbooks/`: a folder each, with its chapters. */
export async function readHandbooks(
  reading: Reading,
): Promise<PlacedRecord<HandbookRecord | ChapterRecord>[]> {
  const folder = join(reading.contentFolder, 'handbooks');
  const files = ((await filesUnder(folder)) ?? []).filter((name) => !isAside(name));
  const records: PlacedRecord<HandbookRecord | ChapterRecord>[] = [];
  for (const [name, own] of Map.groupBy(files, (file) => dirname(file))) {
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
      const names = own.map((file) => basename(file));
      records.push(...(await readHandbook(reading, join(folder, name), names)));
      continue;
    }
    for (const file of own) {
      const message = 'stands in no folder of a handbook';
      reading.problems.push({ file: join(folder, file), line: null, message });
    }
  }
  return records;
}
