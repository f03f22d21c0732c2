/** In milliseconds. */
const rest = 400;

/**
 * Writes when the page is left, and also a moment after each call of the answer: a page that breaks down is never left, and comes
 * back where it was as well.
 */
export function onTheWay(view: Window, write: () => void): () => void {
  let timer = 0;
  view.addEventListener('pagehide', write);
  return () => {
    view.clearTimeout(timer);
    timer = view.setTimeout(write, rest);
  };
}
