import type { BodyRecord } from '../../../contract/records.ts';
import type { PlacedRecord } from '../placed.ts';
import type { Problem } from '../problem.ts';
import type { CheckedSource } from '../kinds/resolutions.ts';

/** Names under which some resolution or other speaks to study groups, whether or not one here does. */
const studyGroups = /^itu-[trd]-(?:sg-\d+|study-groups)$/;

const slugOf = ({ address }: BodyRecord): string => address.split('/')[1] ?? '';

/** Names that no document uses. */
function findUnknown(
  { record, file, lineOf }: PlacedRecord<BodyRecord>,
  spokenTo: ReadonlySet<string>,
): Problem[] {
  const isKnown = (actor: string): boolean =>
    spokenTo.has(actor) || actor === slugOf(record) || studyGroups.test(actor);
  return (['actors', 'groups'] as const).flatMap((key) =>
    record[key].flatMap((actor, index) => {
      const message = `${key} names ${actor}, to whom no document here speaks`;
      return isKnown(actor) ? [] : [{ file, line: lineOf([key, index]), message }];
    }),
  );
}

/** A body that documents speak to by its own name, which it leaves out. */
function findLeftOut(
  { record, file, line }: PlacedRecord<BodyRecord>,
  spokenTo: ReadonlySet<string>,
): Problem[] {
  const slug = slugOf(record);
  const isNamed = [...record.actors, ...record.groups].some((actor) => actor === slug);
  const message = `actors leaves out ${slug}, to whom a document speaks`;
  return spokenTo.has(slug) && !isNamed ? [{ file, line, message }] : [];
}

/** Whether the names under which resolutions speak to a body are names that they use, and none is left out. */
export function checkActors(
  sources: readonly CheckedSource[],
  records: readonly PlacedRecord[],
): Problem[] {
  const spokenTo = new Set<string>(
    sources.flatMap(({ document }) =>
      document.sections.flatMap(({ actors, collaborators }) => [...actors, ...collaborators]),
    ),
  );
  return records
    .filter((placed): placed is PlacedRecord<BodyRecord> => placed.record.kind === 'body')
    .flatMap((body) => findUnknown(body, spokenTo).concat(findLeftOut(body, spokenTo)));
}
