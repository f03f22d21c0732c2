import { fates, type Duty, type DutyEdition } from '../../../main/contract/duties.ts';
import { labelInPlace } from '../../parts/place.ts';
import { csvOf } from '../../state/duties-csv.ts';
import type { ActorNames, Matrix } from '../../state/duties.ts';
import { words } from '../../words/index.ts';

/** The table's rows, with all that it shows and each provision's full address. */
export function csvOfDuties(
  rows: readonly Duty[],
  editions: readonly DutyEdition[],
  { nameOf }: ActorNames,
): string {
  const known = new Map(editions.map((edition) => [edition.edition, edition]));
  const { csv, columns, first } = words.dutiesScreen;
  const head = [
    columns.actor,
    columns.verb,
    csv.label,
    csv.words,
    csv.heading,
    csv.together,
    columns.edition,
    columns.became,
    csv.before,
    csv.address,
  ];
  return csvOf([
    head,
    ...rows.map((duty) => {
      const edition = known.get(duty.edition);
      return [
        nameOf(duty.actor),
        duty.verb,
        labelInPlace(duty.address, duty.label),
        duty.text,
        duty.heading,
        duty.collaborators.map(nameOf).join('; '),
        edition?.name ?? duty.edition,
        duty.fate === null ? first : words.dutiesScreen.fates[duty.fate],
        edition?.before ?? '',
        duty.address,
      ];
    }),
  ]);
}

const oldestFigures = ['provisions'] as const;
const allFigures = ['provisions', ...fates] as const;

/** The matrix with a column for each figure, so that a spreadsheet can reckon with them. */
export function csvOfMatrix({ works, rows }: Matrix, { nameOf }: ActorNames): string {
  const { csv, columns, fates: fateNames } = words.dutiesScreen;
  const figures = works.flat().flatMap(({ edition: { name, before } }, at) =>
    // What became of a provision is not known of the oldest text.
    (before === null ? oldestFigures : allFigures).map((figure) => ({
      at,
      figure,
      name: `${name}: ${figure === 'provisions' ? csv.provisions : fateNames[figure]}`,
    })),
  );
  return csvOf([
    [columns.actor].concat(figures.map(({ name }) => name)),
    ...rows.map(({ actor, cells }) =>
      [nameOf(actor)].concat(figures.map(({ at, figure }) => String(cells[at]?.[figure] ?? 0))),
    ),
  ]);
}
