import type { ShownWork } from '../../../main/contract/answers.ts';
import { CitedBy } from '../../parts/cited-by.tsx';
import { inLanguage } from '../../parts/direction.ts';
import { LinkedFrom } from '../../parts/linked-from.tsx';
import { createNames } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import type { Screen } from '../../state/screens/index.ts';
import { libraryHref, mapHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { placeWanted } from '../add-to-tour/wanted.ts';
import { Facts, KnownEditions } from './facts.tsx';
import { Standing } from './standing.tsx';
import { Timeline } from './timeline.tsx';

/** A work by what is known of it: its record, its texts here, and everywhere it is cited. */
export function Work({
  screen: { work, missingEdition, meetings },
}: {
  readonly screen: Screen & { readonly kind: 'work' };
}) {
  const [body = ''] = work.address.split('/');
  const { citedBy, record } = work;
  const nameOf = createNames(work.links);
  const title = record?.title ?? work.title;
  return (
    <div class="page narrow record work">
      <RecordHead
        list={null}
        name={work.name}
        within={<a href={libraryHref({ body })}>{words.body(body)}</a>}
      >
        {title !== null && (
          <p class="title" {...inLanguage('en')}>
            {title}
          </p>
        )}
        <Standing work={work} missingEdition={missingEdition} nameOf={nameOf} />
        <p class="here">
          {availability(work)}
          {work.hasText &&
            missingEdition !== null &&
            words.workScreen.missingEdition(missingEdition)}
        </p>
        <AddButton wanted={placeWanted(work.address, work.name)} hasKey />
      </RecordHead>
      {work.editions.length > 0 && <Timeline work={work} meetings={meetings} />}
      {record !== null && (
        <>
          <section aria-labelledby="work-text">
            <h2 id="work-text">
              {record.isDigest ? words.workScreen.digest : words.workScreen.note}
            </h2>
            <ProseText prose={record.text} nameOf={nameOf} />
          </section>
          {work.editions.length === 0 && (
            <KnownEditions editions={record.editions} citedBy={citedBy} />
          )}
          <Facts record={record} nameOf={nameOf} />
        </>
      )}
      <section aria-labelledby="work-cited">
        <h2 id="work-cited">
          {citedBy.length > 0
            ? words.workScreen.citedIn(citedBy.length)
            : words.workScreen.citedNowhere}
        </h2>
        {citedBy.length > 0 && (
          <p class="quiet">
            <a href={mapHref({ focus: work.address })}>{words.mapScreen.name}</a>
          </p>
        )}
        <CitedBy
          citations={citedBy}
          showsEdition
          newest={record?.editions[0]?.edition}
          reach={400}
        />
      </section>
      {record === null ? (
        <LinkedFrom links={work.linkedFrom} />
      ) : (
        <RecordFoot record={record} linkedFrom={work.linkedFrom} nameOf={nameOf} />
      )}
    </div>
  );
}

function availability({ hasText, record }: ShownWork): string {
  if (hasText) return '';
  return record === null
    ? `${words.workScreen.notHere} ${words.workScreen.onlyCited}`
    : words.workScreen.notHere;
}
