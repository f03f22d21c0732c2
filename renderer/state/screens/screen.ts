import type {
  About,
  Catalogue,
  EditionSummary,
  RecordSummary,
  SearchAnswer,
  Shown,
  ShownEdition,
  ShownWork,
} from '../../../main/contract/answers.ts';
import type { Duties } from '../../../main/contract/duties.ts';
import type { EditionNews } from '../../../main/contract/news.ts';
import type { Failure } from '../../../main/contract/failure.ts';
import type { DataPlace, Health, StickFile } from '../../../main/contract/machine.ts';
import type { InstalledPack, Publisher } from '../../../main/contract/packs.ts';
import type { KeptTour } from '../../../main/contract/own-tours.ts';
import type { Network, TimelineMeeting } from '../../../main/contract/network.ts';
import type { ComparedSection } from '../compare.ts';
import type { Library } from '../library.ts';
import type { Layout } from '../map-layout.ts';
import type { Opening } from '../presentation.ts';
import type { NamedPlace } from '../tour-editor.ts';
import type {
  ComparePlace,
  DutiesPlace,
  EditPlace,
  LibraryPlace,
  ListPlace,
  MapPlace,
  PacksPlace,
  SearchPlace,
  TimelinePlace,
} from '../places/index.ts';

/** A record that has a screen of its own; a reference is shown with its work. */
export type RecordShown = Exclude<
  Shown,
  { readonly kind: 'work' | 'edition' | 'section' | 'provision' }
>;

/** Everything a view needs, all of it there. `missingEdition` is one that was asked for and is not here. */
export type Screen =
  | {
      readonly kind: 'home';
      readonly catalogue: Catalogue;
      readonly about: About;
      readonly topicCount: number;
      readonly tours: readonly RecordSummary[];
      readonly news: readonly EditionNews[];
      /** For who is here for the first time, on a page of their own; null for everybody else. */
      readonly welcome: Welcome | null;
    }
  | { readonly kind: 'reader'; readonly edition: ShownEdition; readonly target: string | null }
  | {
      readonly kind: 'work';
      readonly work: ShownWork;
      readonly missingEdition: string | null;
      /** Every meeting that the library knows, where the work has texts here. */
      readonly meetings: readonly RecordSummary[];
    }
  | {
      readonly kind: 'record';
      readonly shown: RecordShown;
      /** Of a body alone. */
      readonly ofBody?: OfBody;
    }
  | {
      readonly kind: 'library';
      readonly place: LibraryPlace;
      /** All of it; the place says what is shown. */
      readonly library: Library;
    }
  | {
      readonly kind: 'list';
      readonly place: ListPlace;
      readonly records: readonly RecordSummary[];
    }
  | {
      readonly kind: 'search';
      readonly search: SearchPlace;
      readonly answer: SearchAnswer;
      readonly topicNames: TopicNames;
    }
  | {
      readonly kind: 'compare';
      readonly place: ComparePlace;
      /** Every text that is here, to be chosen from. */
      readonly editions: readonly EditionSummary[];
      /** Null while one of the two texts is yet to be chosen. */
      readonly compared: {
        readonly from: ShownEdition;
        readonly to: ShownEdition;
        readonly sections: readonly ComparedSection[];
      } | null;
    }
  | {
      readonly kind: 'duties';
      readonly place: DutiesPlace;
      readonly duties: Duties;
      /** Whether these are all that the library asks; else those of the place's work and actor, or the first. */
      readonly isWhole: boolean;
    }
  | {
      readonly kind: 'map';
      readonly place: MapPlace;
      readonly network: Network;
      readonly layout: Layout;
    }
  | {
      readonly kind: 'timeline';
      readonly place: TimelinePlace;
      readonly meetings: readonly TimelineMeeting[];
    }
  | {
      readonly kind: 'edit';
      readonly place: EditPlace;
      /** Null on a page that may change nothing. */
      readonly tour: { readonly kept: KeptTour; readonly names: readonly NamedPlace[] } | null;
    }
  | {
      /** A tour that is presented: the presenter's screen, or what the room sees. */
      readonly kind: 'present' | 'stage';
      readonly opening: Opening;
    }
  | {
      /** What the presenter shows, which changes while the screen is open: `state/following.ts` has it. */
      readonly kind: 'follow';
    }
  | {
      /** The trainer's own, from which the room is let in. */
      readonly kind: 'room';
      /** Null on a page that may change nothing. */
      readonly choice: RoomChoice | null;
    }
  | {
      readonly kind: 'packs';
      readonly place: PacksPlace;
      /** Null on a page that may change nothing. */
      readonly here: PacksHere | null;
    }
  | {
      /** What was handed to Recital, to be taken in. */
      readonly kind: 'add';
      readonly isAllowed: boolean;
    }
  | {
      readonly kind: 'settings';
      /** Null on a page that may change nothing. */
      readonly machine: {
        readonly about: About;
        readonly place: DataPlace | null;
        readonly health: Health | null;
      } | null;
    }
  | { readonly kind: 'trouble'; readonly failure: Failure; readonly asked: string };

/** What is said once. */
export interface Welcome {
  /** Null where it cannot be told. */
  readonly place: DataPlace | null;
}

export interface PacksHere {
  readonly packs: readonly InstalledPack[];
  readonly publishers: readonly Publisher[];
  /** As the screen was opened. */
  readonly onSticks: readonly StickFile[];
}

/** What is asked of a body, with what became of it, and every meeting that the library knows. */
export interface OfBody {
  readonly duties: Duties;
  readonly meetings: readonly RecordSummary[];
}

/** What there is to share: the documents of one's own, and the tours of which something may have come in. */
export interface RoomChoice {
  readonly own: readonly EditionSummary[];
  readonly tours: readonly RecordSummary[];
}

/** What topics are called, by their slugs. */
export type TopicNames = ReadonlyMap<string, string>;

export const trouble = (
  failure: Failure,
  asked: string,
): Screen & { readonly kind: 'trouble' } => ({
  kind: 'trouble',
  failure,
  asked,
});
