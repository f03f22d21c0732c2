import { stageHref, type StagePlace } from '../../state/places/index.ts';

/** The name of the projector's window, by which there is one alone; the desktop program knows it too. */
export const projectorName = 'recital-projector';

/** Opens the projector's window, or brings it to this place. @returns whether there is one */
export function openProjector(place: StagePlace): boolean {
  return window.open(stageHref(place), projectorName, 'popup,width=1024,height=768') !== null;
}
