import type { Provision, StructuredDocument } from '../../../main/contract/document.ts';

// The shape of the `.outline` files: a whole document, one fact a line, so that an expectation can be written and read
// beside its text. Offsets are not printed; that every citation is the slice that it says is a property of its own.

const line = (depth: number, ...words: string[]): string =>
  '  '.repeat(depth) + words.join(' ').trimEnd();

function provisionLines(provision: Provision): readonly string[] {
  const { path, label, text, footnotes, citations, references = [], provisions } = provision;
  return [
    line(1, path, `[${label}]`, text),
    ...footnotes.map((note) => line(2, 'note', `${note.mark}@${note.at}`, note.text)),
    ...citations.map((cited) => {
      const edition = cited.edition === null ? '' : `@${cited.edition}`;
      return line(2, 'cite', cited.text, '=', `${cited.work}${edition}`);
    }),
    ...references.map(({ text: words, address }) =>
      line(2, 'refer', words, '=', address === '' ? '(itself)' : address),
    ),
    ...provisions.flatMap(provisionLines),
  ];
}

/** Everything that a document says, as lines. */
export function outlineOf(document: StructuredDocument): readonly string[] {
  const { identity, history, formula, preface, sections, annexes, warnings } = document;
  const { work, edition, number, place, year, title } = identity;
  const meetings = history.map((entry) => `${entry.place} ${entry.year}`.trim()).join('; ');
  const lines = [
    `work ${work} | edition ${edition} | number ${number} | place ${place ?? '-'} | year ${year ?? '-'}`,
    line(0, 'title', title),
    line(0, 'history', meetings),
    line(0, 'formula', formula),
    ...preface.map(({ text }) => line(0, 'preface', text)),
  ];
  for (const { address, kind, heading, actors, collaborators, provisions } of sections) {
    const who = [actors, collaborators].map((names) => `| ${names.join(' ')}`.trimEnd());
    lines.push(line(0, 'section', `${address} | ${kind} | ${heading}`, ...who));
    lines.push(...provisions.flatMap(provisionLines));
  }
  for (const { address, heading, provisions } of annexes) {
    lines.push(line(0, 'annex', address, '|', heading));
    lines.push(...provisions.flatMap(provisionLines));
  }
  lines.push(...warnings.map(({ line: at, code }) => line(0, 'warning', `${at ?? '-'}`, code)));
  return lines;
}

/** The lines of an `.outline` file. */
export const linesOf = (outline: string): readonly string[] =>
  outline.split('\n').filter((text) => text !== '');
