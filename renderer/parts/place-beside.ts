const gap = 8;

/**
 * Sets where a card stands, beside its link, in pixels of the page, so that it scrolls with the link. Where there is room
 * neither under the link nor over it, a card that takes the focus lies over the link, and any other goes on under the window.
 */
export function placeBeside(card: HTMLElement, link: Element, takesFocus: boolean): void {
  const all = link.getBoundingClientRect();
  // A link may run over a line's end; the card belongs to where it begins, and hides none of it.
  const [line = all] = link.getClientRects();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.min(line.left, clientWidth - card.offsetWidth - gap * 2);
  const below = all.bottom + gap;
  const above = all.top - gap - card.offsetHeight;
  const lowest = clientHeight - card.offsetHeight - gap;
  const under = takesFocus ? Math.min(below, lowest) : below;
  const top = below <= lowest || above < gap ? under : above;
  card.style.setProperty('--card-left', `${Math.max(gap * 2, left) + window.scrollX}px`);
  card.style.setProperty('--card-top', `${Math.max(gap, top) + window.scrollY}px`);
}
