import type { OwnStop, OwnTour } from '../../../main/contract/own-tours.ts';
import type { Finder } from '../../state/tour-editor-found.ts';
import type { TourEditor } from '../../state/tour-editor.ts';

/** What every part of the editor needs. */
export interface Setting {
  readonly editor: TourEditor;
  readonly tour: OwnTour;
  /** Tells the person what was done. */
  readonly say: (what: string) => void;
  readonly openStop: (id: string | null) => void;
  readonly makeFinder: () => Finder;
}

/** What is done with a stop as a whole. */
export interface StopDeeds {
  readonly moveTo: (stop: OwnStop, to: number) => void;
  readonly duplicate: (stop: OwnStop) => void;
  readonly remove: (stop: OwnStop) => void;
}

/** The id of the field with a stop's title. */
export const titleId = (id: string): string => `title-${id}`;
