import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Api } from '../main/contract/api.ts';
import { createCards } from './state/card.ts';
import { createDefinitions } from './state/definitions.ts';
import { createExplainer } from './state/explainer.ts';
import { createRouter } from './state/router.ts';
import { createScreens } from './state/screens.ts';
import { createSearchBox } from './state/search-box.ts';
import { createTheme } from './state/theme.ts';
import { Frame } from './views/frame/frame.tsx';

/** Joins the models to the Api and the window, and draws the application into the page. */
export function start(api: Api): void {
  const page = document.getElementById('app');
  if (page === null) throw new Error('The page has no element for the application.');
  const router = createRouter(window);
  const searchBox = createSearchBox(api, router.go);
  // At the visit, not when its screen is there: what is typed in between is not overwritten.
  effect(() => {
    const { route } = router.visit.value;
    if (route.kind === 'search') searchBox.set(route.search.query);
  });
  const models = {
    screens: createScreens(api, router.visit),
    searchBox,
    cards: createCards(api),
    definitions: createDefinitions(api),
    explainer: createExplainer(api),
    theme: createTheme(window),
    rename: router.rename,
  };
  render(<Frame models={models} />, page);
}
