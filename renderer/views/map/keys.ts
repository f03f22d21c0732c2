/** What a person does to the picture by buttons and keys. */
export interface Moves {
  zoomBy(factor: number): void;
  panBy(x: number, y: number): void;
  showAll(): void;
}

/** How much nearer one press comes. */
export const stepOfZoom = 1.5;

/** In CSS pixels: how far one press of an arrow key moves the picture. */
const stride = 60;

/** What a key does. The picture is moved so that what is to the left comes into sight by the left key. */
const actsOf: Readonly<Record<string, (moves: Moves) => void>> = {
  '+': ({ zoomBy }) => zoomBy(stepOfZoom),
  '=': ({ zoomBy }) => zoomBy(stepOfZoom),
  '-': ({ zoomBy }) => zoomBy(1 / stepOfZoom),
  '0': ({ showAll }) => showAll(),
  ArrowLeft: ({ panBy }) => panBy(stride, 0),
  ArrowRight: ({ panBy }) => panBy(-stride, 0),
  ArrowUp: ({ panBy }) => panBy(0, stride),
  ArrowDown: ({ panBy }) => panBy(0, -stride),
};

/** Does what a key stands for in the picture; any other key is left alone. */
export function onKey(event: KeyboardEvent, moves: Moves): void {
  const act = actsOf[event.key];
  if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act(moves);
}
