/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page takes nothing from outside of itself */
import type { Page } from '@playwright/test';

/**
 * What a page loses where there is little room for it: enlarged to 400 % (WCAG 2.2, 1.4.4 and 1.4.10), or with its text set
 * wider (1.4.12). The page does not scroll to the side, no edge cuts words off, no words lie over others, and what
 * stays in sight while the page scrolls leaves half of the window to the rest, unless the screen fills it by its nature.
 */
export async function faultsOfRoom(page: Page, fillsWindow = false): Promise<string[]> {
  await page.evaluate(settle);
  return page.evaluate(look, fillsWindow);
}

/** Sets all text as wide as a person may set it (1.4.12), or as it was. */
export const setWide = (page: Page, isWide: boolean): Promise<void> =>
  page.evaluate((wide) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }
    `);
    document.adoptedStyleSheets = wide ? [sheet] : [];
  }, isWide);

/** What watches the window's size, or its own, hears of another one with the next frame. */
async function settle(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

function look(fillsWindow: boolean): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const faults: string[] = [];
  if (scrollWidth > clientWidth)
    faults.push(`the page is ${scrollWidth - clientWidth} px too wide`);
  const modal = document.querySelector('dialog:modal');
  const texts = textsOf(modal ?? document.body);
  const whole = texts.filter(({ node, boxes }) => cutterOf(node, boxes) === null);
  // A name may be in pieces, and its spaces such as no line breaks at.
  const legible = whole
    .map(({ node }) => node.data)
    .join('')
    .replaceAll(/\s+/g, ' ');
  for (const { node, boxes } of texts) {
    const cut = cutterOf(node, boxes);
    if (cut !== null && !isElsewhere(node, cut, legible)) {
      faults.push(`“${said(node)}” is cut off by ${called(cut)}`);
    }
  }
  faults.push(...overlapsOf(whole));
  const taken = modal === null && !fillsWindow ? coveredPart() : 0;
  if (taken > 0.5)
    faults.push(`what stays in sight takes ${Math.round(taken * 100)} % of the window`);
  return faults;

  function said(node: Text): string {
    return node.data.trim().slice(0, 40);
  }

  function called(element: Element): string {
    return element.outerHTML.slice(0, 80);
  }

  /** What is cut short on purpose, and whole where its link leads, in another place of the page or in the window's title. */
  function isElsewhere(node: Text, cut: Element, all: string): boolean {
    const { webkitLineClamp, textOverflow } = getComputedStyle(cut);
    if (webkitLineClamp !== 'none') return cut.closest('li, article')?.querySelector('a') !== null;
    const words = node.data.trim();
    return textOverflow === 'ellipsis' && (all.includes(words) || document.title.includes(words));
  }

  /** The words in sight and where they stand, but for what only ears get. */
  function textsOf(root: Element): { node: Text; boxes: DOMRect[]; layer: Element | null }[] {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: { node: Text; boxes: DOMRect[]; layer: Element | null }[] = [];
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!(node instanceof Text) || parent === null || node.data.trim() === '') continue;
      if (parent.closest('option, svg') !== null || isForEars(parent)) continue;
      if (
        !parent.checkVisibility({
          visibilityProperty: true,
          opacityProperty: true,
          contentVisibilityAuto: true,
        })
      )
        continue;
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(
        (box) => box.width > 1 && box.height > 1 && !isScrolledAway(parent, box),
      );
      if (boxes.length > 0) found.push({ node, boxes, layer: layerOf(parent) });
    }
    return found;
  }

  /** Out of sight in a part of the page that scrolls by itself. */
  function isScrolledAway(element: Element, { top, bottom }: DOMRect): boolean {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (!['auto', 'scroll'].includes(getComputedStyle(at).overflowY)) continue;
      const edge = at.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      if (middle < edge.top || middle > edge.bottom) return true;
    }
    return false;
  }

  function isForEars(element: Element): boolean {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (getComputedStyle(at).clipPath === 'inset(50%)') return true;
    }
    return false;
  }

  /** What stays, or is set by itself, lies over the rest by its nature. */
  function layerOf(element: Element): Element | null {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (['sticky', 'fixed', 'absolute'].includes(getComputedStyle(at).position)) return at;
    }
    return null;
  }

  /** The element at whose edge words end that cannot be scrolled to. Lines after the last that is shown are a summary's. */
  function cutterOf(node: Text, boxes: readonly DOMRect[]): Element | null {
    for (let at = node.parentElement; at !== null && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const edge = at.getBoundingClientRect();
      const isCut = boxes.some(
        (box) =>
          (['hidden', 'clip'].includes(overflowX) &&
            (box.left < edge.left - 1 || box.right > edge.right + 1)) ||
          (['hidden', 'clip'].includes(overflowY) &&
            (box.top < edge.top - 3 || box.bottom > edge.bottom + 3)),
      );
      if (isCut) return at;
      if (
        at.matches('button, .chip') &&
        boxes.some((box) => box.left < edge.left - 1 || box.right > edge.right + 1)
      )
        return at;
    }
    return null;
  }

  /** Words over words of the same layer. */
  function overlapsOf(
    all: readonly { node: Text; boxes: DOMRect[]; layer: Element | null }[],
  ): string[] {
    const pieces = all
      .flatMap(({ node, boxes, layer }) => boxes.map((box) => ({ node, box, layer })))
      .toSorted((a, b) => a.box.top - b.box.top);
    const found = new Set<string>();
    for (const [index, one] of pieces.entries()) {
      for (let next = index + 1; next < pieces.length; next += 1) {
        const other = pieces[next];
        if (other === undefined || other.box.top > one.box.bottom) break;
        if (other.layer !== one.layer || other.node === one.node) continue;
        const across =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Boxes of letters are higher than the letters.
        const isOver = across > 2 && down > Math.min(one.box.height, other.box.height) / 2;
        if (isOver) found.add(`“${said(one.node)}” and “${said(other.node)}” lie over each other`);
      }
    }
    return [...found];
  }

  /** How much of the window is covered, once scrolled, by what stays. */
  function coveredPart(): number {
    const top = window.scrollY;
    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    let covered = 0;
    const steps = 16;
    for (let row = 0; row < steps; row += 1) {
      for (let column = 0; column < steps; column += 1) {
        const x = ((column + 0.5) / steps) * window.innerWidth;
        const y = ((row + 0.5) / steps) * window.innerHeight;
        if (stays(document.elementFromPoint(x, y))) covered += 1;
      }
    }
    window.scrollTo(0, top);
    return covered / steps ** 2;
  }

  function stays(element: Element | null): boolean {
    for (let at = element; at !== null; at = at.parentElement) {
      if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  }
}
