import type { ComparisonStatus } from '../../main/contract/comparison.ts';
import type { ComparedSection } from './compare.ts';

/** How many provisions became what. `alsoMoved` are those of the amended that changed their place too. */
export interface Figures extends Readonly<Record<ComparisonStatus, number>> {
  readonly alsoMoved: number;
}

export function figuresOf(sections: readonly ComparedSection[]): Figures {
  const figures = { same: 0, amended: 0, moved: 0, new: 0, removed: 0, alsoMoved: 0 };
  for (const { entries } of sections)
    for (const entry of entries) {
      if (entry.kind === 'former') continue;
      figures[entry.status] += 1;
      if (entry.status === 'amended' && entry.isMoved) figures.alsoMoved += 1;
    }
  return figures;
}

/** How many headings became what. */
export function headingFiguresOf(sections: readonly ComparedSection[]): Figures {
  const figures = { same: 0, amended: 0, moved: 0, new: 0, removed: 0, alsoMoved: 0 };
  for (const { status } of sections) figures[status] += 1;
  return figures;
}
