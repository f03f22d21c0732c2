import { BrowserWindow } from 'electron';
import { origin } from './address.ts';
import { taggedPdf } from './paper.ts';

/** Pages on their way to a PDF, by their paths; and what brings one there. */
interface Printing {
  readonly printed: ReadonlyMap<string, string>;
  print(html: string): Promise<Uint8Array>;
}

/**
 * Prints pages to tagged PDFs, one after another, in a window that nobody sees: it runs no script, has no preload script
 * and is gone afterwards.
 */
export function createPrinting(): Printing {
  const printed = new Map<string, string>();
  let count = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function printNow(html: string): Promise<Uint8Array> {
    count += 1;
    const path = `/print-${count}.html`;
    printed.set(path, html);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        javascript: false,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        spellcheck: false,
        devTools: false,
      },
    });
    try {
      await window.loadURL(`${origin}${path}`);
      return await window.webContents.printToPDF(taggedPdf);
    } finally {
      printed.delete(path);
      window.close();
    }
  }

  return {
    printed,
    print: (html) => {
      const made = last.then(() => printNow(html));
      last = made.catch(() => {});
      return made;
    },
  };
}
