import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callChannel, dropChannel, goChannel, languageChannel, newsChannel } from './channel.ts';

// All that a page of ours gets from Electron. The main script checks who calls, and validates what it is given.
contextBridge.exposeInMainWorld('recital', {
  call: (method: string, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(callChannel, method, request),
  /** Tells of each change of the room's news, until the answer is called. */
  onNews: (listener: (news: unknown) => void): (() => void) => {
    // The event itself stays here: it would give the page its sender.
    const pass = (_event: unknown, news: unknown): void => listener(news);
    ipcRenderer.on(newsChannel, pass);
    return () => ipcRenderer.off(newsChannel, pass);
  },
});

// What follows is between this script and the main script alone; the page's own scripts see none of it.

/** As much of the page as is touched here: this room knows no types of a page. */
interface Page {
  readonly location: { hash: string };
  readonly document: {
    readonly readyState: string;
    readonly documentElement: { readonly lang: string };
    addEventListener(name: 'readystatechange', hear: () => void): void;
  };
  readonly MutationObserver: new (hear: () => void) => {
    observe(node: object, what: object): void;
  };
  addEventListener(
    name: 'dragover' | 'drop',
    hear: (event: DragEvent) => void,
    isFirst: true,
  ): void;
}
interface DragEvent {
  readonly isTrusted: boolean;
  readonly dataTransfer: {
    readonly types: readonly string[];
    readonly files: Iterable<Parameters<typeof webUtils.getPathForFile>[0]>;
  } | null;
  preventDefault(): void;
}
const page = globalThis as unknown as Page;

ipcRenderer.on(goChannel, (_event, place: unknown) => {
  if (typeof place === 'string') page.location.hash = place;
});

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true;

page.addEventListener(
  'dragover',
  (event) => {
    if (hasFiles(event)) event.preventDefault();
  },
  true,
);
page.addEventListener(
  'drop',
  (event) => {
    // A page can make an event, and a file with any name; not one that a person dropped, nor one that has a path.
    if (!event.isTrusted || !hasFiles(event)) return;
    event.preventDefault();
    const paths = [...(event.dataTransfer?.files ?? [])]
      .map((file) => webUtils.getPathForFile(file))
      .filter((path) => path !== '');
    if (paths.length > 0) ipcRenderer.send(dropChannel, paths);
  },
  true,
);

// The menus speak as the page does. It has said nothing yet when it has been read and its scripts have not run.
page.document.addEventListener('readystatechange', () => {
  if (page.document.readyState !== 'interactive') return;
  const root = page.document.documentElement;
  new page.MutationObserver(() => ipcRenderer.send(languageChannel, root.lang)).observe(root, {
    attributes: true,
    attributeFilter: ['lang'],
  });
});
