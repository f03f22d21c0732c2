import type { Highlight } from '../../main/contract/room.ts';
import { cutText } from './presentation-cut.ts';
import type { Slide } from './presentation-slides.ts';

/** A phrase that a room takes in at once, in letters. */
const phrase = 110;

/** The phrase after the one that is marked, for who marks by a key; after the last one nothing is marked. */
export function nextMark(slide: Slide, highlight: Highlight | null): Highlight | null {
  const marks: readonly Highlight[] =
    slide.kind === 'words'
      ? slide.pieces.flatMap(({ address, at, text }) =>
          cutText(text, phrase).map((cut) => ({
            address,
            start: at + cut.at,
            end: at + cut.at + cut.text.trimEnd().length,
          })),
        )
      : [];
  if (highlight === null) return marks[0] ?? null;
  const { address, start } = highlight;
  const here = marks.findLastIndex((one) => one.address === address && one.start <= start);
  return marks[here + 1] ?? null;
}
