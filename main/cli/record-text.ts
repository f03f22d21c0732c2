import type { NamedAddress, Shown } from '../contract/answers.ts';
import type {
  BodyRecord,
  Exhibit,
  HandbookRecord,
  KnownEdition,
  MeetingRecord,
  ReferenceRecord,
  Source,
  Stop,
  TermRecord,
  TourRecord,
} from '../contract/records.ts';
import { actionsText } from './action-text.ts';
import { bold, dim, paragraph, safe } from './output.ts';
import { proseText } from './prose-text.ts';

type ShownRecord = Exclude<Shown, { kind: 'work' | 'edition' | 'section' | 'provision' }>;

const head = (name: string, ...lines: readonly (string | null)[]): string =>
  [
    bold(paragraph(safe(name))),
    ...lines.flatMap((line) => (line === null || line === '' ? [] : [paragraph(safe(line))])),
  ].join('\n');

const entry = (label: string, text: string): string => paragraph(text, { label, margin: 13 });

/** Names under a heading, each with its address; nothing where there are none. */
export function namesText(heading: string, names: readonly NamedAddress[]): string[] {
  if (names.length === 0) return [];
  const lines = names.map(
    ({ name, address }) => `${paragraph(safe(name), { margin: 2 })}\n  ${dim(address)}`,
  );
  return [[bold(heading), ...lines].join('\n')];
}

const sourcesText = (sources: readonly Source[]): string[] =>
  sources.length === 0
    ? []
    : [
        [
          bold('Sources'),
          ...sources.map(({ title, url, address }) =>
            dim(paragraph(safe([title, url ?? address ?? ''].join('  ').trim()), { margin: 2 })),
          ),
        ].join('\n'),
      ];

const statusWords = {
  'in-force': 'in force',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
  unknown: 'status not known',
} satisfies Record<KnownEdition['status'], string>;

function knownEditionText({ edition, approved, published, status }: KnownEdition): string {
  const dates = [
    ...(approved === null ? [] : [`approved ${approved}`]),
    ...(published === null ? [] : [`published ${published}`]),
  ];
  return `  @${edition}  ${safe([statusWords[status], ...dates].join(', '))}`;
}

/** What the library knows of a work, whether or not its text is here. */
export function referenceText(record: ReferenceRecord): string[] {
  const works = (label: string, list: readonly string[]): string[] =>
    list.length === 0 ? [] : [entry(label, list.join(', '))];
  return [
    [bold('Editions known'), ...record.editions.map(knownEditionText)].join('\n'),
    proseText(record.text),
    [
      entry('Responsible', `body/${record.responsible}`),
      ...works('Replaces', record.replaces),
      ...works('Replaced by', record.replacedBy),
      entry('To be had', safe(record.where)),
    ].join('\n'),
    ...sourcesText(record.sources),
  ];
}

const told = (heading: string, text: BodyRecord['before']): string[] =>
  text === null ? [] : [`${bold(heading)}\n${proseText(text)}`];

function bodyText(record: BodyRecord): string[] {
  return [
    head(record.name, [record.short.join(', '), record.period ?? ''].filter(Boolean).join('; ')),
    ...told('Mandate', record.mandate),
    ...told('Its part in IMT', record.partInImt),
    ...told('Before it', record.before),
    ...told('After it', record.after),
  ];
}

const handbookText = ({ title, lead, chapters }: HandbookRecord): string[] => [
  head(title),
  proseText(lead),
  [
    bold('Chapters'),
    ...chapters.map(
      (chapter, at) =>
        `${paragraph(safe(chapter.title), { label: `${at + 1}.`, margin: 4 })}\n    ${dim(chapter.address)}`,
    ),
  ].join('\n'),
];

function exhibitLines(exhibit: Exhibit): string[] {
  if (exhibit.kind === 'address') return [exhibit.address];
  const { from, to, at } = exhibit;
  return [`${from} -> ${to}`, ...(at === null ? [] : [`at ${at}`])];
}

function stopText({ title, minutes, show, notes, question }: Stop, number: number): string {
  return [
    bold(paragraph(safe(`${title} (${minutes} min)`), { label: `${number}.`, margin: 4 })),
    ...show.flatMap(exhibitLines).map((line) => `    ${dim(line)}`),
    proseText(notes),
    entry('To the room', safe(question)),
  ].join('\n');
}

function tourText({ title, lead, stops }: TourRecord, chosen: string | null): string[] {
  const minutes = stops.reduce((sum, stop) => sum + stop.minutes, 0);
  const numbered = stops.map((stop, at) => ({ stop, number: at + 1 }));
  const shown = numbered.filter(({ stop }) => chosen === null || stop.address === chosen);
  return [
    head(title, `${stops.length} stops, ${minutes} minutes`),
    ...(chosen === null ? [proseText(lead)] : []),
    ...shown.map(({ stop, number }) => stopText(stop, number)),
  ];
}

function termText({ term, abbreviation, synonyms, definition }: TermRecord): string[] {
  const others = synonyms.length === 0 ? null : `People also say: ${synonyms.join(', ')}`;
  return [
    head(abbreviation ?? term, abbreviation === null ? null : term, others),
    proseText(definition),
  ];
}

function meetingText({ name, place, year, from, to, body }: MeetingRecord): string[] {
  const dates = from === null ? null : [from, ...(to === null ? [] : [to])].join(' to ');
  return [head(name, `${place}, ${year}`, dates, `body/${body}`)];
}

function ownText(shown: ShownRecord): string[] {
  switch (shown.kind) {
    case 'body':
      return [
        ...bodyText(shown.record),
        ...(shown.actions.length === 0
          ? []
          : [`${bold('What resolutions ask of it')}\n${actionsText(shown.actions)}`]),
        ...namesText('It answers for', shown.responsibleFor),
      ];
    case 'handbook':
      return handbookText(shown.record);
    case 'chapter':
      return [head(shown.record.title, shown.handbook.title), proseText(shown.record.text)];
    case 'tour':
      return tourText(shown.record, shown.stop);
    case 'term':
      return termText(shown.record);
    case 'meeting': {
      const editions = shown.editions.map(({ edition, name }) => `  ${edition}  ${safe(name)}`);
      return [
        ...meetingText(shown.record),
        ...(editions.length === 0 ? [] : [[bold('Adopted'), ...editions].join('\n')]),
      ];
    }
    case 'topic':
      return [head(shown.record.title), proseText(shown.record.lead)];
  }
}

/** A record as a text to read, with what it leads to and its sources. */
export const recordText = (shown: ShownRecord): string[] => [
  ...ownText(shown),
  ...namesText('Leads to', shown.links),
  ...sourcesText(shown.record.sources),
];
