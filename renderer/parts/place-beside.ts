const gap = 8;

/** Sets where a card stands, beside its link, in pixels of the page, so that it scrolls with the link. */
export function placeBeside(card: HTMLElement, link: Element): void {
  // A link may run over a line's end; the card belongs to where it begins.
  const [line = link.getBoundingClientRect()] = link.getClientRects();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.min(line.left, clientWidth - card.offsetWidth - gap * 2);
  const below = line.bottom + gap;
  const above = line.top - gap - card.offsetHeight;
  const fitsBelow = below + card.offsetHeight <= clientHeight - gap;
  const top =
    fitsBelow || above < gap ? Math.min(below, clientHeight - card.offsetHeight - gap) : above;
  card.style.setProperty('--card-left', `${Math.max(gap * 2, left) + window.scrollX}px`);
  card.style.setProperty('--card-top', `${Math.max(gap, top) + window.scrollY}px`);
}
