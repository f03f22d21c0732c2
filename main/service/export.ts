import { setImmediate as breath } from 'node:timers/promises';
import type { Shown, ShownEdition, ShownWork } from '../contract/answers.ts';
import type { Api } from '../contract/api.ts';
import type { Exported, ExportFormat } from '../contract/export.ts';
import { done, failed, type Result } from '../contract/failure.ts';
import {
  akomaNtosoOf,
  bibtexOf,
  cslOf,
  editionSheet,
  handoutSheet,
  htmlOf,
  markdownOf,
  referenceOfEdition,
  referenceOfRecord,
  risOf,
  type Sheet,
} from '../documents/export/index.ts';
import { makeDocx } from './export/docx-thread.ts';
import { gatherHandout, type Shelves } from './export/gather-handout.ts';
import { joined } from './export/in-pieces.ts';
import { oneAtATime } from './export/one-at-a-time.ts';

const forms = {
  akn: { ending: 'xml', mediaType: 'application/akn+xml' },
  md: { ending: 'md', mediaType: 'text/markdown; charset=utf-8' },
  html: { ending: 'html', mediaType: 'text/html; charset=utf-8' },
  docx: {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  bibtex: { ending: 'bib', mediaType: 'application/x-bibtex; charset=utf-8' },
  ris: { ending: 'ris', mediaType: 'application/x-research-info-systems; charset=utf-8' },
  csl: { ending: 'json', mediaType: 'application/vnd.citationstyles.csl+json' },
} satisfies Record<ExportFormat, { ending: string; mediaType: string }>;

const references = { bibtex: bibtexOf, ris: risOf, csl: cslOf } as const;
type ReferenceFormat = keyof typeof references;
const isReference = (format: ExportFormat): format is ReferenceFormat =>
  Object.hasOwn(references, format);

/** "wtsa-resolution-92-2024", "resolution-92-handout": what any file system takes. */
const nameOf = (shown: Shown): string =>
  (shown.kind === 'tour' ? `${shown.address.replace('tour/', '')}-handout` : shown.address)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .slice(0, 120);

const unsupported = (message: string): Result<never> => failed('format-unsupported', message);

/** Printing to PDF, where the program has something that prints. */
export type PrintPdf = (html: string) => Promise<Uint8Array>;

const inBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

async function writeSheet(
  sheet: Sheet,
  format: 'md' | 'html' | 'docx',
): Promise<Result<Exported['content']>> {
  if (format === 'docx') {
    const made = await makeDocx(sheet);
    return made.ok ? done({ base64: inBase64(made.value) }) : made;
  }
  const text = await joined(format === 'md' ? markdownOf(sheet) : htmlOf(sheet));
  return text.ok ? done({ text: text.value }) : text;
}

async function writeEdition(
  edition: ShownEdition,
  format: ExportFormat,
): Promise<Result<Exported['content']>> {
  if (isReference(format))
    return done({ text: references[format](referenceOfEdition(edition.summary)) });
  if (format !== 'akn') return writeSheet(editionSheet(edition), format);
  const text = await joined(akomaNtosoOf(edition));
  return text.ok ? done({ text: text.value }) : text;
}

/** A work whose text is not here: what the library's record says of it. */
function writeWork({ record, name }: ShownWork, format: ExportFormat): Result<Exported['content']> {
  if (!isReference(format))
    return unsupported(
      `The text of ${name} is not in this library; a reference to it can go out as bibtex, ris or csl.`,
    );
  if (record === null) return unsupported(`The library has no record of ${name} to refer to.`);
  return done({ text: references[format](referenceOfRecord(record)) });
}

export interface Exports {
  readonly exportOne: Api['export'];
  readonly handoutPdf: Api['handoutPdf'];
}

/**
 * Documents and handouts as files. Errors: those of `show`; `format-unsupported`; `too-large`; `too-many-requests`; of a
 * file for Word `timed-out`.
 */
export function createExport(shelves: Shelves, printPdf: PrintPdf | null): Exports {
  async function handoutOf(shown: Shown & { kind: 'tour' }): Promise<Result<Sheet>> {
    const gathered = await gatherHandout(shelves, shown.record);
    return gathered.ok ? done(handoutSheet(gathered.value)) : gathered;
  }

  async function write(shown: Shown, format: ExportFormat): Promise<Result<Exported['content']>> {
    switch (shown.kind) {
      case 'edition':
        return writeEdition(shown, format);
      case 'work':
        return writeWork(shown, format);
      case 'tour': {
        if (format !== 'md' && format !== 'html' && format !== 'docx')
          return unsupported(`A handout goes out as md, html or docx, not as ${format}.`);
        const sheet = await handoutOf(shown);
        return sheet.ok ? writeSheet(sheet.value, format) : sheet;
      }
      case 'section':
      case 'provision':
        return unsupported(
          `A document goes out as a whole: take ${shown.summary.edition} instead of ${shown.address}.`,
        );
      default:
        return unsupported(
          `${shown.address} has no form to go out in; editions, works and tours have.`,
        );
    }
  }

  /** An edition in place of a work whose text is here. */
  async function find(address: string): Promise<Result<Shown>> {
    const shown = await shelves.show({ address });
    if (!shown.ok || shown.value.kind !== 'work') return shown;
    const [newest] = shown.value.editions;
    await breath();
    return newest === undefined ? shown : shelves.show({ address: newest.edition });
  }

  async function exportNow(address: string, format: ExportFormat): Promise<Result<Exported>> {
    const found = await find(address);
    if (!found.ok) return found;
    await breath();
    const content = await write(found.value, format);
    if (!content.ok) return content;
    const { ending, mediaType } = forms[format];
    return done({ name: `${nameOf(found.value)}.${ending}`, mediaType, content: content.value });
  }

  const inTurn = oneAtATime<Exported>();

  return {
    exportOne: ({ address, format }) =>
      inTurn(`${format} ${address}`, () => exportNow(address, format)),
    handoutPdf: async ({ address }) => {
      if (printPdf === null)
        return unsupported(
          'This edition makes no PDF itself: open the handout as a page and print that to a PDF.',
        );
      const shown = await shelves.show({ address });
      if (!shown.ok) return shown;
      if (shown.value.kind !== 'tour') return unsupported(`${shown.value.address} is no tour.`);
      const sheet = await handoutOf(shown.value);
      if (!sheet.ok) return sheet;
      const html = await joined(htmlOf(sheet.value));
      if (!html.ok) return html;
      const bytes = await printPdf(html.value);
      return done({
        name: `${nameOf(shown.value)}.pdf`,
        mediaType: 'application/pdf',
        content: { base64: inBase64(bytes) },
      });
    },
  };
}
