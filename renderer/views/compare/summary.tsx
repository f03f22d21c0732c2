import type { EditionSummary } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { EditionNames } from '../../parts/edition-names.tsx';
import { figuresOf, headingFiguresOf, type Figures } from '../../state/compare-figures.ts';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { Choose } from './choose.tsx';
import type { Compared } from './compare.tsx';
import { LineLink } from './line-link.tsx';

interface SummaryProps {
  readonly compared: Compared;
  readonly editions: readonly EditionSummary[];
  readonly onGo: (key: string) => boolean;
}

/** Which texts are compared, and what became of them in figures: in all, and by section. */
export function Summary({ compared: { from, to, sections }, editions, onGo }: SummaryProps) {
  const figures = figuresOf(sections);
  const headings = headingFiguresOf(sections);
  const hasHeadings = headings.same < sections.length;
  return (
    <header class="compare-head">
      <p class="kicker">
        {words.compareScreen.kicker}
        {from.summary.work === to.summary.work && (
          <>
            {' · '}
            <a href={hrefOf(to.summary.work)}>{words.compareScreen.allEditions}</a>
          </>
        )}
      </p>
      <h1 tabIndex={-1}>
        <EditionNames text={words.compareScreen.title(from.summary.name, to.summary.name)} />
      </h1>
      <p class="title" {...inLanguage(to.language)}>
        {to.summary.title}
      </p>
      <p class="figures">
        {words.compareScreen.ofProvisions(words.compareScreen.figures(figures))}
        {figures.alsoMoved > 0 && ` ${words.compareScreen.alsoMoved(figures.alsoMoved)}`}
        {hasHeadings && (
          <> {words.compareScreen.ofHeadings(words.compareScreen.figures(headings))}</>
        )}
      </p>
      <div class="compare-folds">
        <details class="by-section">
          <summary>{words.compareScreen.bySection}</summary>
          <BySection compared={{ from, to, sections }} all={figures} onGo={onGo} />
        </details>
        <details class="others">
          <summary>{words.compareScreen.chooseOthers}</summary>
          <Choose editions={editions} from={from.address} to={to.address} />
        </details>
      </div>
    </header>
  );
}

const statuses = ['amended', 'moved', 'new', 'removed', 'same'] as const;
type Columns = readonly (typeof statuses)[number][];

interface BySectionProps {
  readonly compared: Compared;
  readonly all: Figures;
  readonly onGo: (key: string) => boolean;
}

function BySection({ compared: { from, to, sections }, all, onGo }: BySectionProps) {
  const columns = statuses.filter((status) => all[status] > 0);
  return (
    <div class="figures-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.compareScreen.section}</th>
            {columns.map((status) => (
              <th key={status} scope="col">
                {words.compareScreen.statuses[status]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <tr key={section.key}>
              <th scope="row" {...inLanguage(to.language)}>
                <LineLink from={from.address} to={to.address} at={section.key} onGo={onGo}>
                  {section.heading}
                </LineLink>
              </th>
              <FigureCells figures={figuresOf([section])} columns={columns} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.compareScreen.inAll}</th>
            <FigureCells figures={all} columns={columns} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface FigureCellsProps {
  readonly figures: Figures;
  readonly columns: Columns;
}

function FigureCells({ figures, columns }: FigureCellsProps) {
  return columns.map((status) => (
    <td key={status} class={figures[status] === 0 ? 'is-none' : undefined}>
      {words.number(figures[status])}
    </td>
  ));
}
