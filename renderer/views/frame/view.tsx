import type { Cards } from '../../state/card.ts';
import type { Definitions } from '../../state/definitions.ts';
import type { Explainer } from '../../state/explainer.ts';
import type { Counterparts } from '../../state/reader-counterparts.ts';
import type { Screen, Screens } from '../../state/screens/index.ts';
import type { Recents } from '../../state/recent.ts';
import type { SearchBox } from '../../state/search-box.ts';
import type { MapFinder } from '../../state/map-finder.ts';
import type { Previews } from '../../state/search-preview.ts';
import { Body } from '../body/body.tsx';
import { Chapter } from '../handbook/chapter.tsx';
import { Handbook } from '../handbook/handbook.tsx';
import { Home } from '../home/home.tsx';
import { List } from '../list/list.tsx';
import { Meeting } from '../meeting/meeting.tsx';
import { Reader } from '../reader/reader.tsx';
import { Search } from '../search/search.tsx';
import { Term } from '../term/term.tsx';
import { Topic } from '../topic/topic.tsx';
import { Tour } from '../tour/tour.tsx';
import { Trouble } from '../trouble/trouble.tsx';
import { Work } from '../work/work.tsx';
import { lateViews } from './late-views.ts';

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
    readonly rename: (href: string) => void;
  };
}

/** The view of a screen. */
export function View({ screen, models }: ViewProps) {
  switch (screen.kind) {
    case 'home':
      return <Home screen={screen} searchBox={models.searchBox} recents={models.recents} />;
    case 'reader':
      return (
        <Reader
          screen={screen}
          cards={models.cards}
          definitions={models.definitions}
          counterparts={models.counterparts}
        />
      );
    case 'work':
      return <Work screen={screen} />;
    case 'record':
      return <RecordView screen={screen} definitions={models.definitions} />;
    case 'library':
      return lateViews.library === null ? null : (
        <lateViews.library screen={screen} rename={models.rename} />
      );
    case 'list':
      return <List screen={screen} rename={models.rename} />;
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
    case 'search':
      return (
        <Search
          screen={screen}
          explainer={models.explainer}
          previews={models.previews}
          rename={models.rename}
        />
      );
    case 'trouble':
      return <Trouble screen={screen} onTryAgain={models.screens.reload} />;
  }
}

interface RecordViewProps {
  readonly screen: Screen & { readonly kind: 'record' };
  readonly definitions: Definitions;
}

function RecordView({ screen: { shown, ofBody }, definitions }: RecordViewProps) {
  switch (shown.kind) {
    case 'body':
      return ofBody === undefined ? null : <Body shown={shown} ofBody={ofBody} />;
    case 'handbook':
      return <Handbook shown={shown} />;
    case 'chapter':
      return <Chapter shown={shown} definitions={definitions} />;
    case 'tour':
      return <Tour shown={shown} />;
    case 'term':
      return <Term shown={shown} />;
    case 'meeting':
      return <Meeting shown={shown} />;
    case 'topic':
      return <Topic shown={shown} />;
  }
}
