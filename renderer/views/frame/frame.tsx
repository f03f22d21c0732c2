import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { CitationCard } from '../../parts/citation-card.tsx';
import { DefinitionCard } from '../../parts/definition-card.tsx';
import { SearchBox, searchFieldId } from '../../parts/search-box.tsx';
import type { Cards } from '../../state/card.ts';
import type { Definitions } from '../../state/definitions.ts';
import type { Explainer } from '../../state/explainer.ts';
import type { Counterparts } from '../../state/reader-counterparts.ts';
import type { MapFinder } from '../../state/map-finder.ts';
import type { Recents } from '../../state/recent.ts';
import type { Screen, Screens, Showing } from '../../state/screens/index.ts';
import type { SearchBox as SearchBoxModel } from '../../state/search-box.ts';
import type { Previews } from '../../state/search-preview.ts';
import type { SingleKeys } from '../../state/single-keys.ts';
import type { Display } from '../../state/display.ts';
import type { Trainer } from '../../state/trainer.ts';
import type { Greeting } from '../../state/welcome.ts';
import { words, type Language } from '../../words/index.ts';
import { focusFirstHit } from '../search/hit-keys.ts';
import { arrive, closeDialog, mainId, titleOf } from './arrive.ts';
import { FollowBar } from './follow-bar.tsx';
import { Menu } from './menu.tsx';
import { Navigation } from './navigation.tsx';
import { RoomToolsContext, type RoomTools } from './room-tools.ts';
import { TrainerToolsContext, type TrainerTools } from './trainer-tools.ts';
import { useFocusInSight } from './use-focus-in-sight.ts';
import { useReading } from './use-reading.ts';
import { View, type Presented } from './view.tsx';

export interface Models extends RoomTools {
  readonly trainer: Trainer;
  /** Null before they are there, and on a page that may change nothing. */
  readonly trainerTools: ReadonlySignal<TrainerTools | null>;
  readonly screens: Screens;
  readonly searchBox: SearchBoxModel;
  readonly cards: Cards;
  readonly definitions: Definitions;
  readonly explainer: Explainer;
  readonly counterparts: Counterparts;
  readonly previews: Previews;
  readonly mapFinder: MapFinder;
  readonly recents: Recents;
  /** Null until something is presented. */
  readonly presenting: ReadonlySignal<Presented | null>;
  readonly singleKeys: SingleKeys;
  readonly greeting: Greeting;
  readonly display: Display<Language>;
  /** Writes what was narrowed on the open screen into its address. */
  readonly rename: (href: string) => boolean;
}

/** What stands around every screen, and the screen itself. */
export function Frame({ models }: { readonly models: Models }) {
  const { screens, searchBox, display } = models;
  const showing = screens.showing.value;
  useArrival(showing, models);
  useReading(showing, models.recents);
  useSearchKeys();
  useFocusInSight();
  const screen = showing?.screen ?? null;
  // What is presented has the window to itself.
  const isBare = screen?.kind === 'present' || screen?.kind === 'stage';
  const hash = showing?.visit.hash ?? '';
  const tools = models.trainerTools.value;
  return (
    <TrainerToolsContext.Provider value={models.trainerTools}>
      <RoomToolsContext.Provider value={models}>
        {!isBare && (
          <>
            <button
              type="button"
              class="skip"
              onClick={() => document.getElementById(mainId)?.focus()}
            >
              {words.skip}
            </button>
            <header class="frame-head">
              <a class="app-name" href="#/" aria-label={words.home}>
                {words.appName}
              </a>
              <Navigation hash={hash} />
              {screen !== null && screen.kind !== 'home' && (
                <SearchBox
                  model={searchBox}
                  placeholder={words.searchBox.shortPlaceholder}
                  onDown={focusFirstHit}
                />
              )}
              <Menu
                display={display}
                singleKeys={models.singleKeys}
                hash={hash}
                isTrainer={models.trainer.isHere.value}
              />
            </header>
          </>
        )}
        <main id={mainId} tabIndex={-1} data-screen={screen?.kind}>
          {screen !== null && <View screen={screen} models={models} />}
        </main>
        {!isBare && <FollowBar following={models.following} trainer={models.trainer} />}
        <p class="slow" hidden={!screens.isSlow.value}>
          {words.slow}
        </p>
        <output class="for-ears announced">
          {screens.isSlow.value ? words.slow : announcement(screen, searchBox)}
        </output>
        <CitationCard cards={models.cards} />
        <DefinitionCard definitions={models.definitions} />
        {tools !== null && <tools.Layer tools={tools} hash={hash} />}
      </RoomToolsContext.Provider>
    </TrainerToolsContext.Provider>
  );
}

/** The last screen that was put in its place: another language draws it anew, and leaves a person where they are. */
let arrived: Showing | null = null;

/** Puts each new screen in its place, before it is painted. */
function useArrival(showing: Showing | null, { cards, definitions }: Models): void {
  useLayoutEffect(() => {
    if (showing === null) return;
    document.title = words.title(titleOf(showing.screen));
    if (showing === arrived) return;
    cards.close();
    definitions.close();
    arrive(showing, arrived);
    arrived = showing;
  }, [showing, cards, definitions]);
}

/** Ctrl or Cmd and K from anywhere, or a slash outside a field, go to the search field. */
function useSearchKeys(): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isChord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const isSlash =
        event.key === '/' && !event.ctrlKey && !event.metaKey && !isInField(event.target);
      const field = document.getElementById(searchFieldId);
      if (!(isChord || isSlash) || !(field instanceof HTMLInputElement)) return;
      event.preventDefault();
      closeDialog();
      // In a head that stays, the browser would scroll to where it stood at first.
      field.focus({ preventScroll: isInSight(field) });
      field.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

const isInField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** What screen readers are told without moving the focus. */
function announcement(screen: Screen | null, searchBox: SearchBoxModel): string {
  if (searchBox.isOpen.value) {
    return searchBox.failure.value === null
      ? words.searchBox.found(searchBox.items.value.length)
      : words.searchBox.noSuggestions;
  }
  if (screen?.kind !== 'search') return '';
  const { total, notes } = screen.answer;
  return [words.searchScreen.total(total), ...notes.map(words.searchScreen.note)].join('. ');
}
