/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page takes nothing from outside of itself */
import type { Page } from '@playwright/test';

/** Forward from the top of the page, or back from its end. */
export type Way = 'Tab' | 'Shift+Tab';

/**
 * Goes through a page by Tab, as a person without a pointer does, and answers what is wrong on the way: a line for each
 * fault and place.
 *
 * At each stop: all of it is in sight, with nothing over it (WCAG 2.2, 2.4.11 and 2.4.12); it looks otherwise than without the
 * focus, and no edge cuts its ring off (2.4.7); it has a name (4.1.2); it stands after the last one, as a text is read
 * (2.4.3). In the end Tab has gone out of the page (2.1.2), and by everything that a pointer can use (2.1.1). How large
 * targets are is axe's to say.
 *
 * After `most` stops a long page is left: then everything before the last stop must have been gone by.
 */
export async function faultsOfWalk(page: Page, way: Way, most = 120): Promise<string[]> {
  await page.evaluate(begin, way);
  const faults: string[] = [];
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press(way);
    const found = await page.evaluate(look);
    if (found === null) break;
    faults.push(...found);
  }
  return [...faults, ...(await page.evaluate(missed))];
}

/** What is remembered in the page from one stop to the next. */
interface Walk {
  readonly way: Way;
  readonly reached: Set<Element>;
  last: { readonly stop: Element; readonly looks: string } | null;
  hasLeft: boolean;
}

type Walking = Window & { walk: Walk };

/** Puts the focus before everything, or after it. */
function begin(way: Way): void {
  const start = document.createElement('span');
  start.tabIndex = -1;
  const all = document.querySelector('dialog:modal') ?? document.body;
  if (way === 'Tab') all.prepend(start);
  else all.append(start);
  start.focus({ preventScroll: true });
  start.remove();
  Object.assign(window, { walk: { way, reached: new Set(), last: null, hasLeft: false } });
}

/** What is wrong where the focus is now; null where it is out of the page. */
async function look(): Promise<string[] | null> {
  const { walk } = window as unknown as Walking;
  const { last, reached, way } = walk;
  const stop = document.activeElement ?? document.body;
  const [first] = reached;
  // Where the browser has no bars of its own, Tab goes round: to the first stop, or back from the top to the end.
  const isRound = stop === first || (way === 'Shift+Tab' && last?.stop.matches('.skip') === true);
  if (isRound || stop.matches('html, body, dialog:modal')) {
    walk.hasLeft = true;
    return null;
  }
  const faults: string[] = [];
  const tell = (fault: string) => faults.push(`${called(stop)} ${fault}`);
  if (reached.has(stop)) tell('is a stop twice');
  reached.add(stop);
  if (nameOf(stop) === '') tell('has no name');
  // What was not laid out until now may turn out higher than it was held for, and is scrolled to again.
  for (let frame = 0; frame < 8 && (hiddenAt(stop) !== null || isRingCut(stop)); frame += 1) {
    await new Promise(requestAnimationFrame);
  }
  const hidden = hiddenAt(stop);
  if (hidden !== null) tell(`is not wholly in sight: ${hidden}`);
  if (isRingCut(stop)) tell('has a ring that is cut off');
  if (last !== null) {
    if (last.stop.isConnected && looksOf(last.stop) === last.looks) {
      faults.push(`${called(last.stop)} looks the same with the focus and without`);
    }
    const [one, other] = way === 'Tab' ? [last.stop, stop] : [stop, last.stop];
    if (isBackward(one, other)) tell(`stands before ${called(one)}`);
  }
  walk.last = { stop, looks: looksOf(stop) };
  return faults;

  function called(element: Element): string {
    return `${element.outerHTML.slice(0, 90)} (${nameOf(element).slice(0, 40)})`;
  }

  function nameOf(element: Element): string {
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    const said = [
      element.getAttribute('aria-label'),
      ...by.map((id) => document.getElementById(id)?.textContent),
      ...(isField ? [...(element.labels ?? [])].map((label) => label.textContent) : []),
      element.textContent,
    ];
    return said.find((text) => text?.trim())?.trim() ?? '';
  }

  /** Everything by which a stop, or what is drawn in it, may show that it has the focus. */
  function looksOf(element: Element): string {
    return [element.closest('label'), element, ...element.children]
      .filter((part) => part !== null)
      .map((part) => {
        const style = getComputedStyle(part);
        const { outlineStyle, outlineColor, boxShadow, borderColor, stroke, strokeWidth } = style;
        return [outlineStyle, outlineColor, boxShadow, borderColor, stroke, strokeWidth].join();
      })
      .join();
  }

  /** Whether an edge that cuts off what goes over it cuts the ring on a side where there could be room for it. */
  function isRingCut(element: Element): boolean {
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
    if (outlineStyle === 'none') return false;
    const ring = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset) - 1;
    const box = element.getBoundingClientRect();
    return edgesAbout(element).some(({ edge }) => {
      const isHigher = box.height + 2 * ring > edge.height;
      const isWider = box.width + 2 * ring > edge.width;
      const isInHeight = box.top - ring >= edge.top && box.bottom + ring <= edge.bottom;
      const isInWidth = box.left - ring >= edge.left && box.right + ring <= edge.right;
      return (!isHigher && !isInHeight) || (!isWider && !isInWidth);
    });
  }

  /** The boxes about an element outside of which it is not drawn, and whether they scroll. */
  function edgesAbout(element: Element): { edge: DOMRect; scrolls: boolean }[] {
    const edges: { edge: DOMRect; scrolls: boolean }[] = [];
    let at: Element | null = element;
    while (at !== null && getComputedStyle(at).position !== 'fixed') {
      at = at.parentElement;
      if (at === null || at === document.body) break;
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const { left, top } = at.getBoundingClientRect();
      const { clientLeft, clientTop, clientWidth, clientHeight } = at;
      edges.push({
        edge: new DOMRect(left + clientLeft, top + clientTop, clientWidth, clientHeight),
        scrolls: [overflowX, overflowY].some((each) => ['auto', 'scroll'].includes(each)),
      });
    }
    return edges;
  }

  /** What lies over an element, or where it is out of the window; of a larger one than the window, of its part there. */
  function hiddenAt(element: Element): string | null {
    const isDrawn = getComputedStyle(element).opacity !== '0' || element.matches('.self');
    const drawn = isDrawn ? element : (element.closest('label') ?? element);
    const edges = edgesAbout(drawn);
    for (const { edge, scrolls } of edges) {
      const { top, bottom } = drawn.getBoundingClientRect();
      if (scrolls && (bottom < edge.top + 1 || top > edge.bottom - 1)) return 'it is scrolled away';
    }
    for (const line of drawn.getClientRects()) {
      if (line.width < 1 || line.height < 1) continue;
      let { left, right, top, bottom } = line;
      // What an edge cuts off short, as the end of a long name, was never to be seen.
      for (const { edge, scrolls } of edges) {
        if (scrolls) continue;
        left = Math.max(left, edge.left);
        right = Math.min(right, edge.right);
      }
      if (bottom - top > window.innerHeight) {
        top = Math.max(top, 0);
        bottom = Math.min(bottom, window.innerHeight);
      }
      const inset = Math.min(2, (bottom - top) / 3);
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const points = [
        [x, y],
        [x, top + inset],
        [x, bottom - inset],
        [left + inset, y],
        [right - inset, y],
      ] as const;
      for (const point of points) {
        const over = document.elementFromPoint(...point);
        if (over === null) return `out of the window at ${point.map(Math.round).join()}`;
        const layer = layerOf(over);
        if (layer !== null && !layer.contains(drawn) && !drawn.contains(over))
          return `${called(over)} lies over it`;
      }
    }
    return null;
  }

  /** What lies over the rest of the page. */
  function layerOf(element: Element): Element | null {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return at;
      if (at.matches('dialog, .peek, [role="listbox"]')) return at;
    }
    return null;
  }

  /** Whether the second stands where the eye has been: back in the line, or further up where no column begins. */
  function isBackward(one: Element, other: Element): boolean {
    if (!one.isConnected || !other.isConnected || partOf(one) !== partOf(other)) return false;
    const from = one.getClientRects()[one.getClientRects().length - 1];
    const to = other.getClientRects()[0];
    if (from === undefined || to === undefined) return false;
    const isRightToLeft = getComputedStyle(commonOf(one, other)).direction === 'rtl';
    const shared = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top);
    if (shared > Math.min(from.height, to.height) / 2) {
      return isRightToLeft ? to.right > from.right + 1 : to.left < from.left - 1;
    }
    const isColumn = isRightToLeft ? to.right <= from.left + 1 : to.left >= from.right - 1;
    return to.top < from.top && !isColumn;
  }

  /** Words of another language stand in their own direction, within a page in its. */
  function commonOf(one: Element, other: Element): Element {
    let at = one;
    while (!at.contains(other)) at = at.parentElement ?? document.documentElement;
    return at;
  }

  /**
   * The part of the page within which order is seen: from part to part, as from what narrows a list to the list, the eye jumps.
   * What stays while the page scrolls is a part of its own, and a picture has no order.
   */
  function partOf(element: Element): Element | null {
    const parts = 'section, nav, aside, header, footer, form, search, dialog, fieldset';
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (at.matches('svg')) return element;
      const stays = ['sticky', 'fixed'].includes(getComputedStyle(at).position);
      if (stays || at.matches(parts)) return at;
    }
    return null;
  }
}

/** What a pointer can use and the walk did not go by. */
function missed(): string[] {
  const { reached, last, hasLeft, way } = (window as unknown as Walking).walk;
  const operable = `a[href], button, input, select, textarea, summary, [tabindex='0'],
    [role='button'], [role='link'], [role='tab'], [role='checkbox'], [role='switch']`;
  const groups = new Set([...reached].map((element) => element.getAttribute('name')));
  const behind =
    way === 'Tab' ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return [...(document.querySelector('dialog:modal') ?? document).querySelectorAll(operable)]
    .filter(
      (element) =>
        !reached.has(element) &&
        element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
        element.closest('[inert], :disabled') === null &&
        // Of a group of radio buttons Tab goes by one, and arrows by the others.
        !(element.matches('[type="radio"]') && groups.has(element.getAttribute('name'))) &&
        // Works of the map without room for their names are in its table and found by its field.
        !element.matches('svg [tabindex="-1"]') &&
        // A long list draws its rows as one comes near them.
        (hasLeft
          ? element.closest('.virtual-list') === null
          : last !== null && (last.stop.compareDocumentPosition(element) & behind) > 0),
    )
    .map((element) => `${element.outerHTML.slice(0, 120)} is gone by`);
}
