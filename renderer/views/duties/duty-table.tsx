import { useMemo } from 'preact/hooks';
import type { Duty, DutyEdition } from '../../../main/contract/duties.ts';
import { inLanguage } from '../../parts/direction.ts';
import { FateLink } from '../../parts/fate.tsx';
import { Icon } from '../../parts/icon.tsx';
import { labelInPlace } from '../../parts/place.ts';
import { Words } from '../../parts/words.tsx';
import type { ActorNames } from '../../state/duties.ts';
import { hrefOf, type DutiesPlace, type DutyOrder } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { useNear } from './use-near.ts';

interface DutyTableProps {
  readonly rows: readonly Duty[];
  readonly editions: readonly DutyEdition[];
  readonly place: DutiesPlace;
  readonly names: ActorNames;
  readonly onChoose: (chosen: Partial<DutiesPlace>) => void;
}

const columns = [
  { name: 'actor', order: 'actor' },
  { name: 'verb', order: 'verb' },
  { name: 'provision', order: null },
  { name: 'edition', order: 'text' },
  { name: 'became', order: 'became' },
] as const;

/** How many lines are drawn together: more than most libraries have, so that the browser's own search finds their words. */
const inPart = 100;

/** A line for each provision and each one it speaks to; on a narrow screen the style sheet makes cards of the lines. */
export function DutyTable({ rows, editions, place, names, onChoose }: DutyTableProps) {
  const known = useMemo(() => new Map(editions.map((one) => [one.edition, one])), [editions]);
  return (
    <div class="duty-table">
      <table aria-rowcount={rows.length + 1}>
        <caption class="for-ears">{words.dutiesScreen.tableCaption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, order }) => (
              <th
                key={name}

                scope="col"
                class={`is-${name}`}
                aria-sort={order === null ? undefined : sortOf(order, place)}
              >
                {order === null ? (
                  words.dutiesScreen.columns[name]
                ) : (
                  <button type="button" onClick={() => onChoose(nextOrder(order, place))}>
                    {words.dutiesScreen.columns[name]}
                    {order === place.order && <Icon name={place.isDown ? 'down' : 'up'} />}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {Array.from({ length: Math.ceil(rows.length / inPart) }, (_none, at) => (
          <Part
            key={at}
            rows={rows.slice(at * inPart, (at + 1) * inPart)}
            above={rows[at * inPart - 1]}
            known={known}
            names={names}
            isByActor={place.order === 'actor'}
          />
        ))}
      </table>
    </div>
  );
}

const sortOf = (order: DutyOrder, place: DutiesPlace) =>
  place.order !== order ? 'none' : place.isDown ? 'descending' : 'ascending';

/** The same column again turns the order round. */
const nextOrder = (order: DutyOrder, place: DutiesPlace): Partial<DutiesPlace> => ({
  order,
  isDown: place.order === order && !place.isDown,
});

interface PartProps {
  readonly rows: readonly Duty[];
  /** The line above its first one. */
  readonly above: Duty | undefined;
  readonly known: ReadonlyMap<string, DutyEdition>;
  readonly names: ActorNames;
  readonly isByActor: boolean;
}

/** Some lines, which are drawn when they come near the window. */
function Part({ rows, above, known, names, isByActor }: PartProps) {
  const { part, isNear } = useNear(rows.length, above === undefined);
  return (
    <tbody ref={part}>
      {isNear ? (
        rows.map((duty, at) => (
          <Row
            key={`${duty.edition} ${duty.address} ${duty.actor}`}
            duty={duty}
            edition={known.get(duty.edition)}
            names={names}
            isAgain={isByActor && (at === 0 ? above : rows[at - 1])?.actor === duty.actor}
          />
        ))
      ) : (
        <tr class="room" aria-hidden="true">
          <td colSpan={columns.length}>{'\u00a0'}</td>
        </tr>
      )}
    </tbody>
  );
}

interface RowProps {
  readonly duty: Duty;
  readonly edition: DutyEdition | undefined;
  readonly names: ActorNames;
  /** Whether the line above speaks to the same one. */
  readonly isAgain: boolean;
}

function Row({ duty, edition, names, isAgain }: RowProps) {
  const { actor, verb, address, label, text, collaborators, fate } = duty;
  const language = inLanguage(edition?.language ?? 'und');
  return (
    <tr class={fate === 'gone' ? 'is-gone' : undefined}>
      <th scope="row" class={isAgain ? 'is-actor is-again' : 'is-actor'}>
        {names.nameOf(actor)}
      </th>
      <td class="is-verb">
        <span {...language}>{verb}</span>
      </td>
      <td class="is-provision">
        <div {...language}>
          <a
            class="label"
            href={hrefOf(address)}
            aria-label={words.reader.linkTo(
              label === '' ? duty.heading : `${duty.heading} ${label}`,
            )}
          >
            {label === '' ? '¶' : labelInPlace(address, label)}
          </a>
          <p>
            <Words text={text} />
          </p>
        </div>
        {collaborators.length > 0 && (
          <p class="quiet">{words.bodyScreen.together(collaborators.map(names.nameOf))}</p>
        )}
      </td>
      <td class="is-edition">
        <a href={hrefOf(duty.edition)}>
          <span {...inLanguage('en')}>{edition?.name ?? duty.edition}</span>
        </a>
      </td>
      <td class="is-became">
        <FateLink duty={duty} edition={edition} />
      </td>
    </tr>
  );
}
