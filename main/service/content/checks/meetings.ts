import { parseAddress } from '../../../contract/ids.ts';
import type { MeetingRecord, ReferenceRecord } from '../../../contract/records.ts';
import { findCitations } from '../../../documents/index.ts';
import type { PlacedRecord } from '../placed.ts';
import type { Problem } from '../problem.ts';
import type { CheckedSource } from '../kinds/resolutions.ts';

type PlacedMeeting = PlacedRecord<MeetingRecord>;

/** Whether a meeting's own dates agree. */
function checkDates({ record, file, lineOf }: PlacedMeeting): Problem[] {
  const { from, to, year } = record;
  const id = record.address.split('/')[1] ?? '';
  if (from !== null && to !== null && to < from)
    return [{ file, line: lineOf(['to']), message: `${id}.to is before ${id}.from` }];
  const days = [from, to].filter((day) => day !== null);
  if (days.length > 0 && !days.some((day) => day.startsWith(String(year)))) {
    const message = `${id}.year is ${year}, but its days are ${days.join(' to ')}`;
    return [{ file, line: lineOf(['year']), message }];
  }
  return [];
}

/** Whether citations that name the meeting, or its place and year, mean this body and year. */
function checkNaming({ record, file, lineOf }: PlacedMeeting): Problem[] {
  const { name, body, place, year } = record;
  const own = `${body}/resolution/1@${year}`;
  // A radiocommunication assembly shares place and year with a conference, and is cited with "ITU-R".
  const sector = body === 'ra' ? 'ITU-R ' : '';
  const namings = [
    { key: 'name', citation: `Resolution ${sector}1 (${name})` },
    { key: 'place', citation: `Resolution ${sector}1 (Rev. ${place}, ${year})` },
  ];
  return namings.flatMap(({ key, citation }) => {
    const [found] = findCitations(citation);
    const meant = found === undefined ? own : `${found.work}@${found.edition ?? ''}`;
    if (meant === own) return [];
    const message = `${key}: "${citation}" would cite ${meant}, not ${own}`;
    return [{ file, line: lineOf([key]), message }];
  });
}

/** Whether the meeting that adopted an edition is here, and its record says the same as the edition's metadata. */
function checkAdoption(
  { metadata, file }: CheckedSource,
  meetings: readonly PlacedMeeting[],
): Problem[] {
  const metadataFile = file.replace(/\.txt$/, '.yaml');
  const meeting = meetings.find(({ record }) => record.name === metadata.meeting);
  if (meeting === undefined)
    return [
      {
        file: metadataFile,
        line: null,
        message: `meeting is ${metadata.meeting}, which has no record in meetings.yaml`,
      },
    ];
  const { record, lineOf } = meeting;
  const { body, place, year, from, to } = record;
  const pairs = [
    ['body', body, metadata.work.split('/')[0]],
    ['place', place, metadata.place],
    ['year', String(year), metadata.edition],
    ['from', from ?? metadata.dates.from, metadata.dates.from],
    ['to', to ?? metadata.dates.to, metadata.dates.to],
  ] as const;
  return pairs.flatMap(([key, here, there]) =>
    here === there
      ? []
      : [
          {
            file: meeting.file,
            line: lineOf([key]),
            message: `${key} of ${record.name} is ${here}, but ${metadataFile} says ${there}`,
          },
        ],
  );
}

/** Every sitting that a history line names must be here. */
function checkHistory(
  { document, file }: CheckedSource,
  meetings: readonly PlacedMeeting[],
): Problem[] {
  const { body } = document.identity;
  return document.history
    .filter(
      ({ place, year }) =>
        !meetings.some(
          ({ record }) => record.body === body && record.year === year && record.place === place,
        ),
    )
    .map(({ place, year }) => ({
      file,
      line: null,
      message: `names ${place}, ${year}, of which meetings.yaml has no record`,
    }));
}

/** Every edition of a conference's work was adopted by a sitting that must be here. */
function checkAdopted(
  { record, file, lineOf }: PlacedRecord<ReferenceRecord>,
  meetings: readonly PlacedMeeting[],
): Problem[] {
  const parsed = parseAddress(record.address);
  const body = parsed.ok ? parsed.value.work.split('/')[0] : undefined;
  const sittings = meetings.filter((meeting) => meeting.record.body === body);
  if (sittings.length === 0) return [];
  return record.editions.flatMap(({ edition }, index) =>
    sittings.some((sitting) => String(sitting.record.year) === edition)
      ? []
      : [
          {
            file,
            line: lineOf(['editions', index]),
            message: `editions.${index} is ${edition}, a year for which meetings.yaml has no sitting of ${body ?? ''}`,
          },
        ],
  );
}

/** Whatever the meetings, the documents and the references do not agree on. Without meetings there is nothing to check. */
export function checkMeetings(
  sources: readonly CheckedSource[],
  records: readonly PlacedRecord[],
): Problem[] {
  const meetings = records.filter(
    (placed): placed is PlacedMeeting => placed.record.kind === 'meeting',
  );
  if (meetings.length === 0) return [];
  const references = records.filter(
    (placed): placed is PlacedRecord<ReferenceRecord> => placed.record.kind === 'reference',
  );
  return [
    ...meetings.flatMap(checkDates),
    ...meetings.flatMap(checkNaming),
    ...sources.flatMap((source) => [
      ...checkAdoption(source, meetings),
      ...checkHistory(source, meetings),
    ]),
    ...references.flatMap((reference) => checkAdopted(reference, meetings)),
  ];
}
