import type { ReadonlySignal } from '@preact/signals';
import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { Adding } from '../../state/adding.ts';
import type { AddToTour } from '../../state/add-to-tour.ts';
import type { InboxModel } from '../../state/inbox.ts';
import type { Jobs } from '../../state/jobs.ts';
import type { Machine } from '../../state/machine.ts';
import type { OwnTours } from '../../state/own-tours.ts';
import type { PackFile } from '../../state/pack-file.ts';
import type { Packs } from '../../state/packs.ts';
import type { Sticks } from '../../state/sticks.ts';
import type { Finder } from '../../state/tour-editor-found.ts';
import type { TourEditors } from '../../state/tour-editor.ts';
import type { TrainerRoom } from '../../state/trainer-room.ts';

/** What a trainer makes and shares tours with, and takes in and looks after a library with. */
export interface TrainerTools {
  readonly ownTours: OwnTours;
  readonly tourEditors: TourEditors;
  readonly addToTour: AddToTour;
  /** For the editor, one each time. */
  readonly makeFinder: () => Finder;
  readonly trainerRoom: TrainerRoom;
  readonly inbox: InboxModel;
  readonly packs: Packs;
  readonly packFile: PackFile;
  readonly sticks: Sticks;
  readonly adding: Adding;
  readonly machine: Machine;
  readonly jobs: Jobs;
  /** Whether the page stands in the program's own window, which has the system's dialogues. */
  readonly hasShell: boolean;
  readonly go: (href: string) => void;
  /** Lies over every screen. */
  readonly Layer: ComponentType<TrainerLayerProps>;
}

export interface TrainerLayerProps {
  readonly tools: TrainerTools;
  /** The address of the open screen. */
  readonly hash: string;
}

/**
 * Handed down from the frame, since tools for tours stand on nearly every screen. They come late, and only to a page that may
 * change something; a signal, so that they are there where they are used once they are there.
 */
export const TrainerToolsContext = createContext<ReadonlySignal<TrainerTools | null> | null>(null);

/** Null on a page that may change nothing. */
export function useTrainerTools(): TrainerTools | null {
  return useContext(TrainerToolsContext)?.value ?? null;
}
