import type {
  EditionSummary,
  IncomingCitation,
  IncomingLink,
  OutgoingCitation,
  Provenance,
  Shown,
} from '../../contract/answers.ts';
import { done, type Result } from '../../contract/failure.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { bold, dim, paragraph, print, printJson, safe } from '../output.ts';
import { namesText, recordText, referenceText } from '../record-text.ts';
import { documentText, provisionText, sectionText } from '../structure-text.ts';

const titleText = ({ name, title, meeting, meetingFrom, meetingTo }: EditionSummary): string =>
  [
    bold(paragraph(safe(name))),
    bold(paragraph(safe(title))),
    // Of an imported document it is not known which meeting adopted it.
    ...(meeting === '' ? [] : [dim(paragraph(safe(`${meeting}, ${meetingFrom} to ${meetingTo}`)))]),
  ].join('\n');

const provenanceText = ({ rights, source }: Provenance): string =>
  rights === '' ? source : `${rights}. ${source}`;

function bodyText(shown: Shown): string {
  switch (shown.kind) {
    case 'work': {
      const editions = shown.editions.map(
        (edition) => `  ${edition.edition}  ${safe(edition.name)}`,
      );
      const text = shown.hasText ? editions.join('\n') : 'Its text is not in this library.';
      const title = shown.title === null ? [] : [paragraph(safe(shown.title))];
      return [
        [bold(paragraph(safe(shown.name))), ...title, text].join('\n'),
        ...(shown.record === null ? [] : referenceText(shown.record)),
        ...namesText('Leads to', shown.links),
      ].join('\n\n');
    }
    case 'edition':
      return [
        titleText(shown.summary),
        documentText(shown),
        dim(paragraph(safe(provenanceText(shown.provenance)))),
      ].join('\n\n');
    case 'section':
      return [titleText(shown.summary), sectionText(shown.section)].join('\n\n');
    case 'provision':
      return [
        titleText(shown.summary),
        `${bold(paragraph(safe(shown.section.heading)))}\n${provisionText(shown.provision)}`,
      ].join('\n\n');
    default:
      return recordText(shown).join('\n\n');
  }
}

/** What a record says of the cited edition: that it is withdrawn, that there is a newer one. */
function ageText(known: OutgoingCitation['known'], edition: string | null): string[] {
  if (known === null) return [];
  return [
    ...(known.status === 'withdrawn' ? ['withdrawn'] : []),
    ...(edition === null || edition === known.newest ? [] : [`newest known: ${known.newest}`]),
  ];
}

/** What leads here, each place once, however many parts of this it leads to. */
function linkedFromText(links: readonly IncomingLink[]): string[] {
  const once = new Map(links.map((link) => [link.address, link]));
  return namesText('Shown or told of in', [...once.values()]);
}

function citationsText(citations: readonly OutgoingCitation[]): string[] {
  if (citations.length === 0) return [];
  const names = new Map(
    citations.map(({ name, work, edition, opens, known }) => {
      const target = edition === null ? work : `${work}@${edition}`;
      const here = opens === null ? [] : [`here: ${opens}`];
      return [
        target,
        `  ${safe(name)}  ${dim([target, ...here, ...ageText(known, edition)].join(', '))}`,
      ];
    }),
  );
  return [[bold('Cites'), ...names.values()].join('\n')];
}

function citedByText(citedBy: readonly IncomingCitation[]): string[] {
  if (citedBy.length === 0) return [];
  const lines = citedBy.map(({ from, fromName, heading, label, edition }) => {
    const place = [fromName, heading, label].filter((part) => part !== '').join(', ');
    const which = edition === null ? '' : ` (cites ${edition})`;
    return `${paragraph(safe(place) + which, { margin: 2 })}\n  ${dim(from)}`;
  });
  return [[bold('Cited by'), ...lines].join('\n')];
}

/** Prints what stands at an address, with what it cites, what cites it and what leads to it. */
export async function show(address: string, options: Common): Promise<Result<void>> {
  return withService(options, async ({ api }) => {
    const answer = await api.show({ address });
    if (!answer.ok) return answer;
    const shown = answer.value;
    if (options.json === true) printJson(shown);
    else
      print(
        [
          bodyText(shown),
          ...('citations' in shown
            ? [...citationsText(shown.citations), ...citedByText(shown.citedBy)]
            : []),
          ...linkedFromText(shown.linkedFrom),
        ].join('\n\n'),
      );
    return done(undefined);
  });
}
