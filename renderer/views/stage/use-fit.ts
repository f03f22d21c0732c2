import { useLayoutEffect } from 'preact/hooks';

/** A stage is laid out on a sheet this high and then scaled, so that projector and preview break their lines alike. */
const sheetHeight = 768;
/** Of a window that is higher than wide, as a phone's. */
const narrowWidth = 560;
/** Type that the back of a room still reads, on the sheet. */
const smallest = 28;
const largest = 72;

/**
 * Lays the sheet of a stage out in the shape of its element, and makes its type as large as fits. What does not fit at the
 * smallest type scrolls: nothing is cut away silently.
 *
 * @param key changes with what is shown; null: the stage is not a sheet
 */
export function useFit(ref: { readonly current: HTMLElement | null }, key: string | null): void {
  useLayoutEffect(() => {
    const stage = ref.current;
    const sheet = stage?.querySelector<HTMLElement>('.stage-sheet');
    if (key === null || stage === null || sheet === null || sheet === undefined) return;
    let width = 0;
    let height = 0;
    const fit = (): void => {
      width = stage.clientWidth;
      height = stage.clientHeight;
      if (width > 0 && height > 0) layOut(sheet, width, height);
    };
    fit();
    const observer = new ResizeObserver(() => {
      if (stage.clientWidth !== width || stage.clientHeight !== height) fit();
    });
    observer.observe(stage);
    // The same words may take another room: a font that comes late, letters that the person has set wider. Laid out anew they
    // are as large as before, so that this ends by itself.
    const words = new ResizeObserver(fit);
    const content = sheet.querySelector('.stage-fit');
    if (content !== null) words.observe(content);
    return () => {
      observer.disconnect();
      words.disconnect();
    };
  }, [ref, key]);
}

function layOut(sheet: HTMLElement, width: number, height: number): void {
  const ratio = width / height;
  const [across, down] =
    ratio < 1 ? [narrowWidth, narrowWidth / ratio] : [sheetHeight * ratio, sheetHeight];
  sheet.style.setProperty('--across', `${across}px`);
  sheet.style.setProperty('--down', `${down}px`);
  sheet.style.setProperty('--scale', String(width / across));
  const room = sheet.querySelector<HTMLElement>('.stage-room');
  if (room === null) return;
  const fits = (size: number): boolean => {
    sheet.style.setProperty('--type', `${size}px`);
    return room.scrollHeight <= room.clientHeight && room.scrollWidth <= room.clientWidth;
  };
  let [least, most] = [smallest, largest];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  room.classList.toggle('is-long', !fits(least));
}
