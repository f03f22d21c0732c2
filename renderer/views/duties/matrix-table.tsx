import { fates } from '../../../main/contract/duties.ts';
import type { ActorId } from '../../../main/contract/ids.ts';
import { inLanguage } from '../../parts/direction.ts';
import type { ActorNames, Matrix, MatrixCell, MatrixColumn } from '../../state/duties.ts';
import { dutiesHref, hrefOf, type DutiesPlace } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { workName } from './work-name.ts';

interface MatrixTableProps {
  readonly matrix: Matrix;
  readonly place: DutiesPlace;
  readonly names: ActorNames;
}

/** Actors by editions: how many provisions speak to each, and what became of them since the edition before. */
export function MatrixTable({ matrix: { works, rows, leftOut }, place, names }: MatrixTableProps) {
  const columns = works.flat();
  const starts = new Set(works.map(([first]) => first));
  return (
    <>
      {leftOut > 0 && <p class="notice">{words.dutiesScreen.leftOut(leftOut)}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by key */}
      <section class="matrix" aria-labelledby="matrix-caption" tabIndex={0}>
        <table>
          <caption id="matrix-caption" class="for-ears">
            {words.dutiesScreen.matrixCaption}
          </caption>
          <colgroup />
          {works.map((own) => (
            <colgroup key={own[0]?.edition.work} span={own.length} />
          ))}
          <thead>
            <tr>
              <th rowSpan={2} scope="col" class="corner">
                {words.dutiesScreen.columns.actor}
              </th>
              {works.map((own) => (
                <WorkHead key={own[0]?.edition.work} columns={own} />
              ))}
            </tr>
            <tr>
              {columns.map((column) => (
                <EditionHead
                  key={column.edition.edition}
                  column={column}
                  isFirst={starts.has(column)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ actor, cells }) => (
              <tr key={actor}>
                <th scope="row">
                  <a href={dutiesHref({ ...place, actor, view: 'table' })}>{names.nameOf(actor)}</a>
                </th>
                {cells.map((cell, at) => (
                  <Cell
                    key={columns[at]?.edition.edition}
                    cell={cell}
                    column={columns[at]}
                    isFirst={starts.has(columns[at])}
                    actor={actor}
                    place={place}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function WorkHead({ columns }: { readonly columns: readonly MatrixColumn[] }) {
  const edition = columns[0]?.edition;
  if (edition === undefined) return null;
  return (
    <th scope="colgroup" colSpan={columns.length} class="of-work">
      <a href={hrefOf(edition.work)}>{workName(edition)}</a>
    </th>
  );
}

interface EditionHeadProps {
  readonly column: MatrixColumn;
  readonly isFirst: boolean;
}

function EditionHead({ column: { edition, provisions }, isFirst }: EditionHeadProps) {
  return (
    <th scope="col" class={isFirst ? 'of-edition is-first-of-work' : 'of-edition'}>
      <a href={hrefOf(edition.edition)}>
        <span {...inLanguage('en')}>
          {edition.place} {words.editionName(edition.edition.slice(edition.work.length + 1))}
        </span>
      </a>
      <span class="quiet">{words.dutiesScreen.provisions(provisions)}</span>
    </th>
  );
}

interface CellProps {
  readonly cell: MatrixCell | null;
  readonly column: MatrixColumn | undefined;
  /** Whether its edition is the first of its work. */
  readonly isFirst: boolean;
  readonly actor: ActorId;
  readonly place: DutiesPlace;
}

function Cell({ cell, column, isFirst, actor, place }: CellProps) {
  const side = isFirst ? 'is-first-of-work' : '';
  if (cell === null || column === undefined)
    return (
      <td class={`is-empty ${side}`}>
        <span aria-hidden="true">–</span>
        <span class="for-ears">{words.dutiesScreen.askedNothing}</span>
      </td>
    );
  const { work, edition } = column.edition;
  const own = fates.filter((fate) => cell[fate] > 0);
  return (
    <td class={side}>
      <a href={dutiesHref({ ...place, work, edition, actor, view: 'table' })}>
        <span class="number">{words.dutiesScreen.provisions(cell.provisions)}</span>
        {own.length > 0 && <span class="for-ears">: </span>}
        {own.length > 0 && (
          <span class="fates">
            {own.map((fate, at) => (
              <span key={fate}>
                <span class={`is-${fate}`}>{words.dutiesScreen.counted(fate, cell[fate])}</span>
                {at < own.length - 1 && <span class="for-ears">, </span>}
              </span>
            ))}
          </span>
        )}
      </a>
    </td>
  );
}
