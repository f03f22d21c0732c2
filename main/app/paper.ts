import { join } from 'node:path';
import { dialog, type BrowserWindow, type PrintToPDFOptions } from 'electron';
import { writeWhole } from '../service/index.ts';
import type { ShellWords } from './words/index.ts';

/** A document that can be read aloud and leafed through by its headings, on the paper that its style asks for. */
export const taggedPdf: PrintToPDFOptions = {
  preferCSSPageSize: true,
  printBackground: false,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

/** Puts what a window shows through the system's dialogue to a printer. */
export function printPage(
  window: BrowserWindow,
  words: ShellWords,
  report: (bug: unknown) => void,
): void {
  window.webContents.print({}, (isPrinted, why) => {
    // Electron says so as well where a person closed the dialogue.
    if (isPrinted || /cancel/i.test(why)) return;
    report(new Error('printing failed'));
    void dialog.showMessageBox(window, { type: 'warning', message: words.printFailed });
  });
}

/** Saves what a window shows as a PDF, where a person chooses. */
export async function savePage(
  window: BrowserWindow,
  words: ShellWords,
  folder: string,
  report: (bug: unknown) => void,
): Promise<void> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(folder, `${nameFor(window.getTitle())}.pdf`),
    filters: [{ name: words.pdfFile, extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return;
  try {
    await writeWhole(filePath, await window.webContents.printToPDF(taggedPdf));
  } catch (bug) {
    report(bug);
    await dialog.showMessageBox(window, { type: 'warning', message: words.notSavedPdf });
  }
}

/** A title as a file's name, without what some file system refuses. */
function nameFor(title: string): string {
  const plain = title
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120)
    .trim();
  return plain === '' ? 'Recital' : plain;
}
