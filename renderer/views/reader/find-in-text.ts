import { findWords } from './find-words.ts';

/** What holds words that are read in one go. */
const paragraphs =
  ':is(h1, .name, .history, .formula, h2, .provision > p, td, th, caption, .figure, .preface p, .note p)';

/** What is in a paragraph and not of its words. */
const beside = '.mark, .self, .chosen';

/** More of them nobody walks through. */
const mostFound = 5000;

/** Where words stand in a document that is drawn, in its order. */
export function findInText(article: HTMLElement | null, words: string): readonly Range[] {
  if (article === null) return [];
  const ranges: Range[] = [];
  for (const paragraph of article.querySelectorAll(paragraphs)) {
    if (ranges.length >= mostFound) break;
    // The foot of the document is the interface's.
    if (paragraph.closest('.document-foot, .chosen') !== null) continue;
    const nodes = textNodesOf(paragraph);
    for (const { start, end } of findWords(nodes.map(({ data }) => data).join(''), words)) {
      const range = document.createRange();
      const [first, from] = placeOf(nodes, start, false);
      const [last, to] = placeOf(nodes, end, true);
      if (first === undefined || last === undefined) continue;
      range.setStart(first, from);
      range.setEnd(last, to);
      ranges.push(range);
    }
  }
  return ranges;
}

function textNodesOf(paragraph: Element): readonly Text[] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode() !== null) {
    const node = walker.currentNode;
    if (node instanceof Text && node.parentElement?.closest(beside) === null) nodes.push(node);
  }
  return nodes;
}

/** The node and the offset in it of an offset into the texts of all; the end of a find belongs to the node before. */
function placeOf(
  nodes: readonly Text[],
  offset: number,
  isEnd: boolean,
): [Text | undefined, number] {
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (offset < after || (isEnd && offset === after)) return [node, offset - before];
    before = after;
  }
  return [undefined, 0];
}

const allName = 'found';
const oneName = 'found-now';

/** Marks finds without touching the text; a browser that cannot shows the one by the selection alone. */
export function highlight(all: readonly Range[], one: Range | undefined): void {
  if (typeof Highlight === 'undefined') {
    if (one !== undefined)
      document
        .getSelection()
        ?.setBaseAndExtent(one.startContainer, one.startOffset, one.endContainer, one.endOffset);
    return;
  }
  CSS.highlights.delete(oneName);
  CSS.highlights.delete(allName);
  if (all.length > 0) CSS.highlights.set(allName, new Highlight(...all));
  if (one === undefined) return;
  const now = new Highlight(one);
  now.priority = 1;
  CSS.highlights.set(oneName, now);
}

/** Brings a find into the middle of the window, out of a fold if need be. */
export function show(range: Range): void {
  const paragraph = range.startContainer.parentElement;
  const fold = paragraph?.closest('details');
  if (fold !== null && fold !== undefined) fold.open = true;
  paragraph?.scrollIntoView({ block: 'center' });
  // Of a long paragraph the line, not its middle.
  const { top, bottom } = range.getBoundingClientRect();
  const room = window.innerHeight * 0.2;
  if (top < room || bottom > window.innerHeight - room)
    window.scrollBy(0, top - window.innerHeight / 2);
}
