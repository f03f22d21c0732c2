import type {
  EditionSummary,
  IncomingCitation,
  OutgoingCitation,
  Provenance,
  Shown,
} from '../../contract/answers.ts';
import { done, type Result } from '../../contract/failure.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { bold, dim, paragraph, print, printJson, safe } from '../output.ts';
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
      return [bold(safe(shown.name)), ...title, text].join('\n');
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
  }
}

function citationsText(citations: readonly OutgoingCitation[]): string[] {
  if (citations.length === 0) return [];
  const names = new Map(
    citations.map(({ name, work, edition, opens }) => {
      const target = edition === null ? work : `${work}@${edition}`;
      return [
        target,
        `  ${safe(name)}  ${dim(opens === null ? target : `${target}, here: ${opens}`)}`,
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

/** Prints what stands at an address, with what it cites and what cites it. */
export async function show(address: string, options: Common): Promise<Result<void>> {
  return withService(options, async ({ api }) => {
    const answer = await api.show({ address });
    if (!answer.ok) return answer;
    const shown = answer.value;
    if (options.json === true) printJson(shown);
    else
      print(
        [bodyText(shown), ...citationsText(shown.citations), ...citedByText(shown.citedBy)].join(
          '\n\n',
        ),
      );
    return done(undefined);
  });
}
