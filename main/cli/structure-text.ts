import type { Annex, Paragraph, Provision, Section } from '../contract/document.ts';
import { bold, dim, paragraph, safe } from './output.ts';

const step = 6;

/** A provision and what it holds, labels in the margin, footnotes under the words they belong to. */
export function provisionText(provision: Provision, depth = 0): string {
  const margin = step * (depth + 1);
  const label = `${' '.repeat(step * depth)}${safe(provision.label)}`;
  const notes = provision.footnotes.map((note) =>
    dim(
      paragraph(safe(note.text), {
        label: `${' '.repeat(margin)}[${safe(note.mark)}]`,
        margin: margin + 4,
      }),
    ),
  );
  const children = provision.provisions.map((child) => provisionText(child, depth + 1));
  return [paragraph(safe(provision.text), { label, margin }), ...notes, ...children].join('\n');
}

/** A section or annex: its heading, then its provisions. */
export function sectionText(section: Pick<Section, 'heading' | 'provisions'>): string {
  const provisions = section.provisions.map((provision) => provisionText(provision));
  return [bold(paragraph(safe(section.heading))), ...provisions].join('\n');
}

/** A whole document after its title. */
export function documentText(document: {
  readonly preface: readonly Paragraph[];
  readonly formula: string;
  readonly sections: readonly Section[];
  readonly annexes: readonly Annex[];
}): string {
  const preface = document.preface.map(({ text }) => dim(paragraph(safe(text))));
  const formula = document.formula === '' ? [] : [paragraph(safe(document.formula))];
  return [
    ...preface,
    ...formula,
    ...[...document.sections, ...document.annexes].map(sectionText),
  ].join('\n\n');
}
