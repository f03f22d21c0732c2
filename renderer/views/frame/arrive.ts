import { nameOfRecord } from '../../../main/contract/records.ts';
import { placeId } from '../../parts/place.ts';
import { partOf } from '../../state/places.ts';
import type { Screen, Showing } from '../../state/screens.ts';
import { words } from '../../words/index.ts';

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
    case 'list':
      return words.list[screen.place.list].name;
    case 'search':
      return words.searchScreen.title(screen.search.query);
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
  const provision = target === null ? null : document.getElementById(placeId(target));
  if (visit.scroll !== null) {
    window.scrollTo(0, visit.scroll);
    if (!visit.isFirst) focus(provision ?? firstHeading());
    return;
  }
  if (provision !== null) {
    provision.scrollIntoView({ block: 'start' });
    focus(provision);
    return;
  }
  window.scrollTo(0, 0);
  const isNarrowed = earlier?.screen.kind === 'search' && screen.kind === 'search';
  const keepsFocus = isNarrowed && document.activeElement !== document.body;
  if (!visit.isFirst && !keepsFocus) focus(firstHeading());
}

/** The place within a screen that was asked for: a provision, a stop. */
function targetOf(screen: Screen): string | null {
  if (screen.kind === 'reader') return screen.target;
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
