import type { NetworkWork } from '../../../main/contract/network.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { Words } from '../../parts/words.tsx';
import { inTableOrder, type Shown } from '../../state/map-graph.ts';
import { hrefOf, mapHref, mapSorts, type MapPlace } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { KindMark } from './kind-mark.tsx';

interface TableProps {
  readonly shown: Shown;
  readonly place: MapPlace;
}

const columns = [
  'work',
  'kind',
  'cited',
  'cites',
  'text',
] as const satisfies (typeof mapSorts)[number][];

/** What the picture shows, as rows; with a focus, what the picture shows in full. */
export function Table({ shown: { works, near }, place }: TableProps) {
  const rows = inTableOrder(
    works.filter(({ work }) => near === null || near.has(work)),
    place,
  );
  return (
    <section class="map-table" aria-label={words.mapScreen.table}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" class={`is-${column}`} aria-sort={sortOf(column, place)}>
                <a
                  href={mapHref({
                    ...place,
                    sort: column,
                    isReversed: place.sort === column && !place.isReversed,
                  })}
                >
                  {words.mapScreen.columns[column]}
                  {place.sort === column && <Icon name={isRising(place) ? 'up' : 'down'} />}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((work) => (
            <tr key={work.work} class={work.work === place.focus ? 'is-focus' : undefined}>
              <Row work={work} place={place} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Numbers stand with the largest first, and what is here before what is not; names and kinds from A. */
const isRising = ({ sort, isReversed }: Pick<MapPlace, 'sort' | 'isReversed'>): boolean =>
  (sort === 'work' || sort === 'kind') !== isReversed;

function sortOf(column: string, place: MapPlace): 'ascending' | 'descending' | undefined {
  if (place.sort !== column) return undefined;
  return isRising(place) ? 'ascending' : 'descending';
}

function Row({ work, place }: { readonly work: NetworkWork; readonly place: MapPlace }) {
  const { name, title, type, hasText, citedBy, cites } = work;
  const onMap = mapHref({ ...place, focus: work.work });
  return (
    <>
      <th scope="row" {...inLanguage('en')}>
        <a href={hrefOf(work.work)}>
          <Words text={name} />
        </a>
        {title !== '' && (
          <span class="title">
            <Words text={title} />
          </span>
        )}
      </th>
      <td class="is-kind">
        <span>
          <KindMark kind={type} isFilled={hasText} />
          {words.type(type)}
        </span>
      </td>
      <td class="is-cited" data-column={words.mapScreen.columns.cited}>
        <Places
          count={citedBy}
          href={onMap}
          name={words.mapScreen.together([name, words.mapScreen.citedIn(citedBy)])}
        />
      </td>
      <td class="is-cites" data-column={words.mapScreen.columns.cites}>
        <Places
          count={cites}
          href={onMap}
          name={words.mapScreen.together([name, words.mapScreen.citesIn(cites)])}
        />
      </td>
      <td class="is-text">{hasText ? words.mapScreen.filled : words.mapScreen.outlined}</td>
    </>
  );
}

interface PlacesProps {
  readonly count: number;
  readonly href: string;
  readonly name: string;
}

/** How often, as the way to see by whom or what. */
function Places({ count, href, name }: PlacesProps) {
  if (count === 0) return words.number(0);
  return (
    <a href={href} aria-label={name}>
      {words.number(count)}
    </a>
  );
}
