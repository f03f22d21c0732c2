import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { CitationCard } from '../../parts/citation-card.tsx';
import { DefinitionCard } from '../../parts/definition-card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { SearchBox, searchFieldId } from '../../parts/search-box.tsx';
import type { Cards } from '../../state/card.ts';
import type { Definitions } from '../../state/definitions.ts';
import type { Explainer } from '../../state/explainer.ts';
import type { Screen, Screens, Showing } from '../../state/screens.ts';
import type { SearchBox as SearchBoxModel } from '../../state/search-box.ts';
import type { ThemeSwitch } from '../../state/theme.ts';
import { words } from '../../words/index.ts';
import { arrive, closeDialog, mainId, titleOf } from './arrive.ts';
import { View } from './view.tsx';

export interface Models {
  readonly screens: Screens;
  readonly searchBox: SearchBoxModel;
  readonly cards: Cards;
  readonly definitions: Definitions;
  readonly explainer: Explainer;
  readonly theme: ThemeSwitch;
  /** Writes what was narrowed on the open screen into its address. */
  readonly rename: (href: string) => void;
}

/** What stands around every screen, and the screen itself. */
export function Frame({ models }: { readonly models: Models }) {
  const { screens, searchBox, cards, definitions, theme } = models;
  const showing = screens.showing.value;
  useArrival(showing, models);
  useSearchKeys();
  const screen = showing?.screen ?? null;
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById(mainId)?.focus()}>
        {words.skip}
      </button>
      <header class="frame-head">
        <a class="app-name" href="#/" aria-label={words.home}>
          {words.appName}
        </a>
        {screen !== null && screen.kind !== 'home' && (
          <SearchBox model={searchBox} placeholder={words.searchBox.shortPlaceholder} />
        )}
        <button
          type="button"
          class="plain theme"
          aria-pressed={theme.isDark.value}
          aria-label={words.toDark}
          onClick={() => theme.toggle()}
        >
          <Icon name="moon" />
        </button>
      </header>
      <main id={mainId} tabIndex={-1} data-screen={screen?.kind}>
        {screen !== null && <View screen={screen} models={models} />}
      </main>
      <p class="slow" hidden={!screens.isSlow.value}>
        {words.slow}
      </p>
      <output class="for-ears">
        {screens.isSlow.value ? words.slow : announcement(screen, searchBox)}
      </output>
      <CitationCard cards={cards} />
      <DefinitionCard definitions={definitions} />
    </>
  );
}

/** Puts each new screen in its place, before it is painted. */
function useArrival(showing: Showing | null, { cards, definitions }: Models): void {
  const earlierRef = useRef<Showing | null>(null);
  useLayoutEffect(() => {
    if (showing === null) return;
    document.title = words.title(titleOf(showing.screen));
    cards.close();
    definitions.close();
    arrive(showing, earlierRef.current);
    earlierRef.current = showing;
  }, [showing, cards, definitions]);
}

/** Ctrl or Cmd and K from anywhere, or a slash outside a field, go to the search field. */
function useSearchKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isChord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const isSlash =
        event.key === '/' && !event.ctrlKey && !event.metaKey && !isInField(event.target);
      const field = document.getElementById(searchFieldId);
      if (!(isChord || isSlash) || !(field instanceof HTMLInputElement)) return;
      event.preventDefault();
      closeDialog();
      field.focus({ preventScroll: true });
      field.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
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
