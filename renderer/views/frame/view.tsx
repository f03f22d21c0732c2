import type { Cards } from '../../state/card.ts';
import type { Definitions } from '../../state/definitions.ts';
import type { Explainer } from '../../state/explainer.ts';
import type { RecordShown, Screen, Screens } from '../../state/screens.ts';
import type { SearchBox } from '../../state/search-box.ts';
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

interface ViewProps {
  readonly screen: Screen;
  readonly models: {
    readonly screens: Screens;
    readonly searchBox: SearchBox;
    readonly cards: Cards;
    readonly definitions: Definitions;
    readonly explainer: Explainer;
    readonly rename: (href: string) => void;
  };
}

/** The view of a screen. */
export function View({ screen, models }: ViewProps) {
  switch (screen.kind) {
    case 'home':
      return <Home screen={screen} searchBox={models.searchBox} />;
    case 'reader':
      return <Reader screen={screen} cards={models.cards} definitions={models.definitions} />;
    case 'work':
      return <Work screen={screen} />;
    case 'record':
      return <RecordView shown={screen.shown} definitions={models.definitions} />;
    case 'list':
      return <List screen={screen} rename={models.rename} />;
    case 'search':
      return <Search screen={screen} explainer={models.explainer} />;
    case 'trouble':
      return <Trouble screen={screen} onTryAgain={models.screens.reload} />;
  }
}

interface RecordViewProps {
  readonly shown: RecordShown;
  readonly definitions: Definitions;
}

function RecordView({ shown, definitions }: RecordViewProps) {
  switch (shown.kind) {
    case 'body':
      return <Body shown={shown} />;
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
