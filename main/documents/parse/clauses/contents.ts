import type { Block } from '../../read/blocks.ts';
import type { Warnings } from '../../read/warn.ts';

const heading =
  /^(?:table of )?contents?$|^(?:table des matières|sommaire|índice|содержание|оглавление|目录|目\s?次|جدول المحتويات)$/iu;
/** "6.1 Functional requirements ........ 12" */
const leaders = /(?:\s?[.·…_]){3,400}\s{0,5}(?:\d{1,4}|[ivxl]{1,7})$/u;
const pageAtEnd = /[\s]\d{1,4}$|[\s][ivxl]{1,7}$/u;
const isPageWord = (text: string): boolean => /^(?:page|página|стр\.|页|الصفحة)$/iu.test(text);

const longestLine = 300;
/** No two lines of a table of contents are further apart. */
const mostPages = 200;

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim().toLowerCase();

/** The blocks without the lines of a table of contents, which repeat the headings; a warning says how many there were. */
export function withoutContents(blocks: readonly Block[], warnings: Warnings): readonly Block[] {
  const lastAt = new Map(blocks.map(({ text }, index) => [plain(text), index] as const));
  const kept: Block[] = [];
  let isInside = false;
  let lastPage = 0;
  const seen = new Set<string>();
  let left = 0;
  let firstLine: number | null = null;
  for (const [index, block] of blocks.entries()) {
    const { text } = block;
    const isParagraph = block.table === undefined && block.figure === undefined;
    const opens = isParagraph && heading.test(text.trim());
    const stands =
      opens ||
      (isParagraph && text.length <= longestLine && leaders.test(text)) ||
      (isInside && isParagraph && (isPageWord(text) || isLine(text, index)));
    if (!stands) {
      isInside = false;
      lastPage = 0;
      seen.clear();
      kept.push(block);
      continue;
    }
    isInside = true;
    if (!opens) seen.add(plain(text.replace(leaders, '').replace(pageAtEnd, '')));
    left += 1;
    firstLine ??= block.line;
  }
  if (left > 0) {
    warnings.add(
      'contents-left-out',
      `A table of contents of ${left} lines is left out, since the headings stand in the text.`,
      firstLine,
    );
  }
  return kept;

  function isLine(text: string, index: number): boolean {
    if (text.length > longestLine) return false;
    const title = plain(text);
    const bare = plain(text.replace(leaders, '').replace(pageAtEnd, ''));
    // The first heading that comes again is where the text begins.
    if (seen.has(title) || seen.has(bare)) return false;
    const page = Number(/\s(\d{1,4})$/u.exec(text)?.[1] ?? Number.NaN);
    if (page >= lastPage && page <= lastPage + mostPages) {
      lastPage = page;
      return true;
    }
    return (lastAt.get(title) ?? 0) > index || (lastAt.get(bare) ?? 0) > index;
  }
}
