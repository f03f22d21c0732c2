import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Api } from '../main/contract/api.ts';
import { createCards } from './state/card.ts';
import { createDefinitions } from './state/definitions.ts';
import { createDisplay } from './state/display.ts';
import { createExplainer } from './state/explainer.ts';
import { fontsAreHere } from './state/fonts.ts';
import { createMapFinder } from './state/map-finder.ts';
import { createCounterparts } from './state/reader-counterparts.ts';
import { createRecents } from './state/recent.ts';
import { createRename } from './state/rename-shown.ts';
import { createRouter } from './state/router.ts';
import { createScreens } from './state/screens/index.ts';
import { createSearchBox } from './state/search-box.ts';
import { createPreviews } from './state/search-preview.ts';
import { createSingleKeys } from './state/single-keys.ts';
import { Frame } from './views/frame/frame.tsx';
import { readyToDraw } from './views/frame/late-views.ts';
import { bestLanguage, languageFacts, languages, speak, words } from './words/index.ts';

/** Joins the models to the Api and the window, and draws the application into the page. */
export async function start(api: Api): Promise<void> {
  const page = document.getElementById('app');
  if (page === null) throw new Error('The page has no element for the application.');
  const router = createRouter(window);
  const searchBox = createSearchBox(api, router.go);
  // At the visit, not when its screen is there: what is typed in between is not overwritten.
  effect(() => {
    const { route } = router.visit.value;
    if (route.kind === 'search') searchBox.set(route.search.query);
  });
  const display = await createDisplay(window, {
    languages,
    first: bestLanguage(navigator.languages),
    directionOf: (language) => languageFacts[language].direction,
    speak,
  });
  const fonts = fontsAreHere(window, words.searchBox.label);
  const screens = createScreens(api, router.visit, async (kind) => {
    await fonts;
    await readyToDraw(kind);
  });
  const models = {
    screens,
    searchBox,
    cards: createCards(api),
    definitions: createDefinitions(api),
    explainer: createExplainer(api),
    counterparts: createCounterparts(api),
    previews: createPreviews(api),
    mapFinder: createMapFinder(api),
    recents: createRecents(window),
    singleKeys: createSingleKeys(window),
    display,
    rename: createRename(router, screens.showing),
  };
  // Words are read where they are drawn, so another language draws everything anew.
  effect(() => {
    render(<Frame key={display.language.value} models={models} />, page);
  });
}
