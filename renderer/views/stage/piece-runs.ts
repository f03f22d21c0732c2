import type { Mark } from '../../../main/contract/answers.ts';
import type { Piece } from '../../state/presentation-slides.ts';

/** A run of words that look alike. */
export interface PieceRun {
  readonly start: number;
  readonly text: string;
  /** What matters, as the tour has it. */
  readonly isMarked: boolean;
  /** What the presenter has marked. */
  readonly isPointed: boolean;
}

/** Cuts a piece where marks begin and end; either kind may lie over the other. */
export function pieceRuns(
  { text, marks }: Pick<Piece, 'text' | 'marks'>,
  pointed: Mark | null,
): readonly PieceRun[] {
  const stops = [...new Set([0, ...marks.flat(), ...(pointed ?? []), text.length])].toSorted(
    (a, b) => a - b,
  );
  return stops.slice(0, -1).map((start, order) => ({
    start,
    text: text.slice(start, stops[order + 1]),
    isMarked: marks.some(([first, end]) => first <= start && start < end),
    isPointed: pointed !== null && pointed[0] <= start && start < pointed[1],
  }));
}
