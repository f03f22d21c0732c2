import type { ReadonlySignal } from '@preact/signals';
import type { Display } from '../../state/display.ts';
import type { Cards } from '../../state/card.ts';
import type { Definitions } from '../../state/definitions.ts';
import type { Explainer } from '../../state/explainer.ts';
import type { Counterparts } from '../../state/reader-counterparts.ts';
import type { Presentation } from '../../state/presentation.ts';
import type { Screen, Screens } from '../../state/screens/index.ts';
import type { Recents } from '../../state/recent.ts';
import type { SearchBox } from '../../state/search-box.ts';
import type { MapFinder } from '../../state/map-finder.ts';
import type { Previews } from '../../state/search-preview.ts';
import type { Greeting } from '../../state/welcome.ts';
import type { Language } from '../../words/index.ts';
import { Home } from '../home/home.tsx';
import { Trouble } from '../trouble/trouble.tsx';
import { lateViews } from './late-views.ts';
import { useTrainerTools } from './trainer-tools.ts';

/** What is presented in this window. */
export interface Presented {
  readonly presentation: Presentation;
}

interface ViewProps {
  readonly screen: Screen;
  readonly models: {
    readonly screens: Screens;
    readonly searchBox: SearchBox;
    readonly cards: Cards;
    readonly definitions: Definitions;
    readonly explainer: Explainer;
    readonly counterparts: Counterparts;
    readonly previews: Previews;
    readonly mapFinder: MapFinder;
    readonly recents: Recents;
    readonly presenting: ReadonlySignal<Presented | null>;
    readonly rename: (href: string) => boolean;
    readonly display: Display<Language>;
    readonly greeting: Greeting;
  };
}

/** The view of a screen. */
export function View({ screen, models }: ViewProps) {
  const tools = useTrainerTools();
  const presentation = models.presenting.value?.presentation ?? null;
  switch (screen.kind) {
    case 'home':
      return (
        <Home
          screen={screen}
          searchBox={models.searchBox}
          recents={models.recents}
          greeting={models.greeting}
          display={models.display}
        />
      );
    case 'reader':
      return lateViews.reader === null ? null : (
        <lateViews.reader
          screen={screen}
          cards={models.cards}
          definitions={models.definitions}
          counterparts={models.counterparts}
        />
      );
    case 'work':
      return lateViews.work === null ? null : <lateViews.work screen={screen} />;
    case 'record':
      return lateViews.record === null ? null : (
        <lateViews.record screen={screen} definitions={models.definitions} />
      );
    case 'library':
      return lateViews.library === null ? null : (
        <lateViews.library screen={screen} rename={models.rename} />
      );
    case 'list':
      return lateViews.list === null ? null : (
        <lateViews.list screen={screen} rename={models.rename} />
      );
    case 'map':
      return lateViews.map === null ? null : (
        <lateViews.map screen={screen} finder={models.mapFinder} />
      );
    case 'timeline':
      return lateViews.timeline === null ? null : <lateViews.timeline screen={screen} />;
    case 'compare':
      return lateViews.compare === null ? null : (
        <lateViews.compare screen={screen} rename={models.rename} />
      );
    case 'duties':
      return lateViews.duties === null ? null : (
        <lateViews.duties screen={screen} rename={models.rename} />
      );
    case 'edit':
      return lateViews.edit === null ? null : (
        <lateViews.edit screen={screen} tools={tools} rename={models.rename} />
      );
    case 'search':
      return lateViews.search === null ? null : (
        <lateViews.search
          screen={screen}
          explainer={models.explainer}
          previews={models.previews}
          rename={models.rename}
        />
      );
    case 'present':
      return lateViews.present === null || presentation === null ? null : (
        <lateViews.present screen={screen} presentation={presentation} rename={models.rename} />
      );
    case 'stage':
      return lateViews.stage === null || presentation === null ? null : (
        <lateViews.stage screen={screen} presentation={presentation} rename={models.rename} />
      );
    case 'follow':
      return lateViews.follow === null ? null : <lateViews.follow />;
    case 'room':
      return lateViews.room === null ? null : <lateViews.room screen={screen} />;
    case 'packs':
      return lateViews.packs === null ? null : <lateViews.packs screen={screen} />;
    case 'add':
      return lateViews.add === null ? null : <lateViews.add screen={screen} />;
    case 'settings':
      return lateViews.settings === null ? null : (
        <lateViews.settings screen={screen} greeting={models.greeting} />
      );
    case 'trouble':
      return <Trouble screen={screen} onTryAgain={models.screens.reload} />;
  }
}
