import type { ShownEdition } from '../../../main/contract/answers.ts';
import type { StructuredDocument } from '../../../main/contract/document.ts';
import { newer } from '../../fixtures/documents.ts';

/** A document as `show` gives it, without a library. */
export function shownEdition(document: StructuredDocument = newer): ShownEdition {
  const { identity, ...rest } = document;
  const { work, edition, body, type, number, place, year, title } = identity;
  const address = `${work}@${edition}` as ShownEdition['address'];
  const summary: ShownEdition['summary'] = {
    edition: address,
    work,
    name: `Resolution ${number} (${place}, ${year})`,
    title,
    body,
    type,
    number,
    place: place ?? '',
    year: year ?? 0,
    meeting: 'WTSA-24',
    meetingFrom: '2024-10-15',
    meetingTo: '2024-10-24',
    language: document.language,
    provisionCount: 0,
    isOwn: false,
  };
  return {
    kind: 'edition',
    address,
    summary,
    ...rest,
    provenance: { source: 'Written for a test.', rights: 'None.', sha256: 'a'.repeat(64) },
    editions: [summary],
    linkedFrom: [],
    citations: [],
    citedBy: [],
  };
}

/** Words that would do harm anywhere they were taken for more than words. */
export const hostile =
  '</script><script>alert(1)</script> ]]> <!-- & "quoted" \u0000\u0007\u001b[31m \u202edesrever\u202c \ud800 %25 {\\textbf{x}} **bold** `code` | cell';

export const hostileDocument: StructuredDocument = {
  ...newer,
  identity: { ...newer.identity, title: hostile },
  preface: [{ text: hostile, citations: [] }],
  formula: hostile,
  sections: newer.sections.map((section) => ({
    ...section,
    heading: hostile,
    provisions: section.provisions.map((provision) => ({
      ...provision,
      text: hostile,
      citations: [],
      footnotes: [{ mark: hostile, text: hostile, at: 9999 }],
      table: {
        caption: hostile,
        rows: [[{ text: hostile, isHeader: false, columns: 1, rows: 1 }]],
      },
      figure: { caption: hostile },
    })),
  })),
  annexes: newer.annexes.map((annex) => ({ ...annex, heading: hostile })),
};

/** A document of five thousand provisions. */
export const longDocument: StructuredDocument = {
  ...newer,
  sections: Array.from({ length: 50 }, (_none, section) => ({
    address: `resolves-${section + 1}`,
    kind: 'resolves',
    heading: `resolves, part ${section + 1}`,
    actors: [],
    collaborators: [],
    provisions: Array.from({ length: 100 }, (_nothing, at) => ({
      address: `resolves-${section + 1}.${at + 1}`,
      path: `${at + 1}`,
      label: `${at + 1}`,
      text: `to keep light ${section * 100 + at + 1} burning through every night of the year;`,
      footnotes: [],
      citations: [],
      provisions: [],
    })),
  })),
  annexes: [],
};
