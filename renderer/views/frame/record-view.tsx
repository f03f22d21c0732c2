import type { Definitions } from '../../state/definitions.ts';
import type { Screen } from '../../state/screens/index.ts';
import { Body } from '../body/body.tsx';
import { Chapter } from '../handbook/chapter.tsx';
import { Handbook } from '../handbook/handbook.tsx';
import { Meeting } from '../meeting/meeting.tsx';
import { Term } from '../term/term.tsx';
import { Topic } from '../topic/topic.tsx';
import { Tour } from '../tour/tour.tsx';

interface RecordViewProps {
  readonly screen: Screen & { readonly kind: 'record' };
  readonly definitions: Definitions;
}

/** The view of a record of its kind. */
export function RecordView({ screen: { shown, ofBody }, definitions }: RecordViewProps) {
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
