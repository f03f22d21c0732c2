import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { Api } from '../main/contract/api.ts';
import type { HearNews } from './client/news.ts';
import { afterSaving } from './state/after-saving.ts';
import { createCards } from './state/card.ts';
import { createDefinitions } from './state/definitions.ts';
import { createDisplay } from './state/display.ts';
import { createExplainer } from './state/explainer.ts';
import { createFollowing } from './state/following.ts';
import { createMessages } from './state/following-messages.ts';
import { fontsAreHere } from './state/fonts.ts';
import { createMapFinder } from './state/map-finder.ts';
import { createCounterparts } from './state/reader-counterparts.ts';
import { createRecents } from './state/recent.ts';
import { createRename } from './state/rename-shown.ts';
import { createRoomModel } from './state/room.ts';
import { createRouter } from './state/router.ts';
import { createLateStages, createScreens, type Ready } from './state/screens/index.ts';
import { createSearchBox } from './state/search-box.ts';
import { createPreviews } from './state/search-preview.ts';
import { createSingleKeys } from './state/single-keys.ts';
import { createTakeHome } from './state/take-home.ts';
import { download } from './parts/download.ts';
import type { Presenting } from './presenting.ts';
import { Frame } from './views/frame/frame.tsx';
import { bringAhead, readyToDraw } from './views/frame/late-views.ts';
import type { TrainerTools } from './views/frame/trainer-tools.ts';
import { createTrainer } from './state/trainer.ts';
import { createGreeting } from './state/welcome.ts';
import { whenIdle } from './views/reader/when-idle.ts';
import { bestLanguage, languageFacts, languages, speak, words } from './words/index.ts';

/** What joins the application to the rest of Recital. */
interface Wire {
  readonly api: Api;
  readonly hearNews: HearNews;
  /** Whether the page stands in the program's own window. */
  readonly hasShell: boolean;
}

/** Screens of which a trainer's page has more. */
const trainersKinds: ReadonlySet<Parameters<Ready>[0]> = new Set([
  'add',
  'edit',
  'packs',
  'present',
  'room',
  'settings',
]);

/** Joins the models to the Api and the window, and draws the application into the page. */
export async function start({ api, hearNews, hasShell }: Wire): Promise<void> {
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
  const room = createRoomModel(hearNews);
  const trainerTools = signal<TrainerTools | null>(null);
  const trainer = createTrainer(api, async () => {
    const { createTrainerTools } = await import('./trainer.ts');
    trainerTools.value = createTrainerTools({
      api,
      view: window,
      go: router.go,
      reload: () => screens.reload(),
      hasShell,
    });
  });
  const greeting = createGreeting(window);
  const asSaved = afterSaving(api, async () => trainerTools.peek()?.tourEditors.settled());
  const presenting = signal<Presenting | null>(null);
  const bringPresenting = async (): Promise<Presenting> => {
    const { createPresenting } = await import('./presenting.ts');
    return (presenting.value ??= createPresenting({
      api: asSaved,
      view: window,
      isTrainer: trainer.isHere,
      isJoined: computed(() => room.heard.value.isJoined),
    }));
  };
  const stages = createLateStages(async () => (await bringPresenting()).stages);
  const following = createFollowing({
    heard: room.heard,
    isGuest: trainer.isGuest,
    visit: router.visit,
    go: router.go,
    stages,
    view: window,
  });
  const screens = createScreens(
    asSaved,
    router.visit,
    async (kind) => {
      await fonts;
      await readyToDraw(kind);
      if (kind === 'follow') await following.ready();
      if (kind === 'present' || kind === 'stage') await bringPresenting();
      // What a trainer's own screens are drawn with.
      if (trainersKinds.has(kind)) await trainer.known;
      // What only a trainer sees of these stands at their top; they are whole without it.
      if (kind === 'library' || (kind === 'home' && greeting.isDue.peek()))
        await trainer.known.catch(() => {});
    },
    stages,
    () => greeting.isDue.peek(),
  );
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
    trainer,
    trainerTools,
    presenting,
    following,
    messages: createMessages(api, following.stage, window),
    takeHome: createTakeHome(api, download),
    singleKeys: createSingleKeys(window),
    greeting,
    display,
    rename: createRename(router, screens.showing),
  };
  effect(() => {
    if (screens.showing.value !== null) whenIdle(() => void bringAhead());
  });
  // Words are read where they are drawn, so another language draws everything anew.
  effect(() => {
    render(<Frame key={display.language.value} models={models} />, page);
  });
}
