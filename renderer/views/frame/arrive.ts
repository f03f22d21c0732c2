import { nameOfRecord } from '../../../main/contract/records.ts';
import { placeId } from '../../parts/place.ts';
import { nameOfFile } from '../../parts/name-of-file.ts';
import { partOf } from '../../state/places/index.ts';
import type { Screen, Showing } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { returnTo } from '../reader/return-to.ts';
import { hitId } from '../search/hit-keys.ts';

export const mainId = 'main';

/** The name of a screen, for the window's title and the history. */
export function titleOf(screen: Screen): string {
  switch (screen.kind) {
    case 'home':
      return words.homeScreen.name;
    case 'reader':
      return screen.edition.summary.name;
    case 'work':
      return screen.work.name;
    case 'record':
      return nameOfRecord(screen.shown.record);
    case 'library':
      return words.libraryScreen.name;
    case 'list':
      return words.list[screen.place.list].name;
    case 'map':
      return words.mapScreen.title(nameOfFocus(screen));
    case 'timeline':
      return words.meetingsTimeline.name;
    case 'compare':
      return screen.compared === null
        ? words.compareScreen.choose
        : words.compareScreen.title(
            screen.compared.from.summary.name,
            screen.compared.to.summary.name,
          );
    case 'duties':
      return words.dutiesScreen.name;
    case 'search':
      return words.searchScreen.title(screen.search.query);
    case 'present':
    case 'stage':
      return words.presentScreen.title(screen.opening.tour.record.title);
    case 'edit':
      return screen.tour === null
        ? words.editScreen.guest
        : words.editScreen.title(screen.tour.kept.tour.title || words.ownTours.untitled);
    case 'follow':
      return words.followScreen.name;
    case 'room':
      return screen.choice === null ? words.roomScreen.guest : words.roomScreen.name;
    case 'packs':
      if (screen.here === null) return words.trainersOnly.name;
      return screen.place.file === null
        ? words.packsScreen.name
        : words.packFile.title(nameOfFile(screen.place.file));
    case 'add':
      return screen.isAllowed ? words.addScreen.name : words.trainersOnly.name;
    case 'settings':
      return screen.machine === null ? words.trainersOnly.name : words.settingsScreen.name;
    case 'trouble':
      return words.failure(screen.failure.code).title;
  }
}

/**
 * Scrolls and focuses as a person expects who comes to a screen: back where they left it, at the provision they asked
 * for, or at its top. A search that is only narrowed leaves the focus on what narrowed it.
 */
export function arrive({ screen, visit }: Showing, earlier: Showing | null): void {
  closeDialog();
  const target = targetOf(screen);
  const provision = target === null ? null : document.getElementById(target);
  if (visit.scroll !== null) {
    returnTo(visit.hash, visit.scroll);
    if (!visit.isFirst) focus(provision ?? firstHeading());
    return;
  }
  if (provision !== null) {
    provision.scrollIntoView({ block: 'start' });
    focus(provision);
    return;
  }
  const isNarrowed = earlier?.screen.kind === screen.kind && narrowable.has(screen.kind);
  // Whoever chooses something in a picture stays where they are.
  if (!(isNarrowed && screen.kind !== 'search')) window.scrollTo(0, 0);
  const keepsFocus =
    isNarrowed &&
    document.activeElement !== document.body &&
    pageOf(earlier.screen) === pageOf(screen);
  if (!visit.isFirst && !keepsFocus) focus(firstHeading());
}

/** Another page of the results is read from its top. */
const pageOf = (screen: Screen): number => (screen.kind === 'search' ? screen.search.from : 0);

/** Screens on which a link shows the same in another way. */
const narrowable: ReadonlySet<Screen['kind']> = new Set(['search', 'map', 'timeline']);

/** The work in the middle of attention, by its name. */
function nameOfFocus({ network, place }: Screen & { readonly kind: 'map' }): string | null {
  return network.works.find(({ work }) => work === place.focus)?.name ?? null;
}

/** The id of the place within a screen that was asked for: a provision, a stop, a result. */
function targetOf(screen: Screen): string | null {
  if (screen.kind === 'search') return screen.search.at && hitId(screen.search.at);
  const target = partAskedFor(screen);
  return target && placeId(target);
}

function partAskedFor(screen: Screen): string | null {
  if (screen.kind === 'reader') return screen.target;
  if (screen.kind === 'compare') return screen.place.at;
  if (screen.kind === 'edit') return screen.place.stop === null ? null : String(screen.place.stop);
  if (screen.kind !== 'record' || screen.shown.kind !== 'tour') return null;
  const { stop } = screen.shown;
  return stop === null ? null : partOf(stop);
}

/** Closes an open card at once, since it would keep the focus to itself. */
export function closeDialog(): void {
  document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
}

const firstHeading = (): HTMLElement | null => document.querySelector('main h1');

function focus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
