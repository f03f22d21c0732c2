import type { IncomingLink } from '../../main/contract/answers.ts';
import type { ListName } from '../state/places/index.ts';
import { words } from '../words/index.ts';
import { NamedList } from './named-list.tsx';

type Group = ListName | 'references';

/** In which list of the library a thing that links is found. */
const groupOf: Readonly<Partial<Record<IncomingLink['kind'], Group>>> = {
  tour: 'tours',
  stop: 'tours',
  handbook: 'handbooks',
  chapter: 'handbooks',
  topic: 'topics',
  body: 'bodies',
  reference: 'references',
  term: 'glossary',
  meeting: 'meetings',
};

/** In this order: what guides first, what only mentions last. */
const groups: readonly Group[] = [
  'tours',
  'handbooks',
  'topics',
  'bodies',
  'references',
  'glossary',
  'meetings',
];

interface LinkedFromProps {
  readonly links: readonly IncomingLink[];
  readonly heading?: string | undefined;
}

/** What of the library leads here, by kind, each thing once. */
export function LinkedFrom({ links, heading = words.records.linkedFrom }: LinkedFromProps) {
  if (links.length === 0) return null;
  const byGroup = Map.groupBy(links, ({ kind }) => groupOf[kind] ?? 'references');
  return (
    <section class="linked-from" aria-labelledby="linked-from">
      <h2 id="linked-from">{heading}</h2>
      {groups.flatMap((group) => {
        const own = byGroup.get(group);
        return own === undefined
          ? []
          : [
              <div key={group} class="linked-group">
                <h3>{words.list[group].name}</h3>
                <NamedList items={onceEach(own)} atOnce={6} />
              </div>,
            ];
      })}
    </section>
  );
}

/** A thing may lead to several places of what is shown. */
const onceEach = (links: readonly IncomingLink[]): readonly IncomingLink[] => [
  ...new Map(links.map((link) => [link.address, link])).values(),
];
