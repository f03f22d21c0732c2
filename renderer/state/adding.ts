import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { Failure, Result } from '../../main/contract/failure.ts';
import type { ImportedFile } from '../../main/contract/import.ts';
import type { OfferedFile } from '../../main/contract/machine.ts';
import { editHref } from './places/index.ts';

/** What was handed to Recital, by what becomes of it. */
export interface OfferedKinds {
  /** With the folders, which hold some. */
  readonly documents: readonly OfferedFile[];
  readonly tours: readonly OfferedFile[];
  readonly packs: readonly OfferedFile[];
  readonly unknown: readonly OfferedFile[];
}

/** A file that could not be taken, by its name. */
export interface Refused {
  readonly name: string;
  readonly failure: Failure;
}

export interface Adding {
  /** Null until it was asked for. */
  readonly offered: ReadonlySignal<OfferedKinds | null>;
  readonly doing: ReadonlySignal<'nothing' | 'offering' | 'importing' | 'taking'>;
  /** What became of the documents that were imported last; null: none were. */
  readonly imported: ReadonlySignal<readonly ImportedFile[] | null>;
  readonly refused: ReadonlySignal<readonly Refused[]>;
  /** Why the last thing that was asked for did not work. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** Keeps what is offered new, until the answer is called. */
  watch(): () => void;
  /** The system's dialogue; false where there is none. */
  pickFiles(): Promise<boolean>;
  pickFolder(): Promise<void>;
  /** Files that the page can read and knows no path of. */
  offer(files: readonly File[]): Promise<void>;
  importDocuments(): Promise<void>;
  takeTour(file: OfferedFile): Promise<void>;
  putAside(files: readonly OfferedFile[]): Promise<void>;
  /** Forgets what was said. */
  rest(): void;
}

type Needed = Pick<
  Api,
  'offered' | 'offer' | 'putAside' | 'pickFiles' | 'pickFolder' | 'import' | 'takeTour'
>;

/** How often it is looked what came in, in milliseconds. */
const every = 1500;

const byKind = (files: readonly OfferedFile[]): OfferedKinds => ({
  documents: files.filter(({ kind }) => kind === 'document' || kind === 'folder'),
  tours: files.filter(({ kind }) => kind === 'tour'),
  packs: files.filter(({ kind }) => kind === 'pack'),
  unknown: files.filter(({ kind }) => kind === 'unknown'),
});

/** @param go opens a place */
export function createAdding(api: Needed, go: (href: string) => void): Adding {
  const files = signal<readonly OfferedFile[] | null>(null);
  const doing = signal<'nothing' | 'offering' | 'importing' | 'taking'>('nothing');
  const imported = signal<readonly ImportedFile[] | null>(null);
  const refused = signal<readonly Refused[]>([]);
  const failure = signal<Failure | null>(null);
  const offered = computed(() => (files.value === null ? null : byKind(files.value)));
  /** An answer to an earlier question is dropped. */
  let serial = 0;

  async function look(): Promise<void> {
    serial += 1;
    const at = serial;
    const reply = await api.offered({});
    if (at !== serial) return;
    const now = reply.ok ? reply.value.files : (files.peek() ?? []);
    // The same as before draws nothing anew.
    if (JSON.stringify(now) !== JSON.stringify(files.peek())) files.value = now;
  }

  async function aside(paths: readonly string[]): Promise<void> {
    if (paths.length > 0) await api.putAside({ paths });
    await look();
  }

  /** One thing at a time. Null where it did not work, which is then said. */
  async function asked<Answer>(
    what: 'offering' | 'importing' | 'taking',
    ask: () => Promise<Result<Answer>>,
  ): Promise<Answer | null> {
    if (doing.peek() !== 'nothing') return null;
    batch(() => {
      doing.value = what;
      failure.value = null;
    });
    const reply = await ask();
    batch(() => {
      doing.value = 'nothing';
      if (!reply.ok) failure.value = reply.error;
    });
    return reply.ok ? reply.value : null;
  }

  async function importPaths(paths: readonly string[]): Promise<void> {
    imported.value = null;
    const result = await asked('importing', () => api.import({ paths }));
    if (result === null) return;
    imported.value = result;
    await aside(paths);
  }

  return {
    offered,
    doing,
    imported,
    refused,
    failure,
    watch() {
      void look();
      const timer = setInterval(() => {
        if (!document.hidden && doing.peek() === 'nothing') void look();
      }, every);
      return () => {
        serial += 1;
        clearInterval(timer);
      };
    },
    async pickFiles() {
      failure.value = null;
      const reply = await api.pickFiles({});
      if (reply.ok) await look();
      else if (reply.error.code !== 'not-here') failure.value = reply.error;
      return reply.ok || reply.error.code !== 'not-here';
    },
    async pickFolder() {
      failure.value = null;
      const reply = await api.pickFolder({});
      if (!reply.ok) failure.value = reply.error;
      else if (reply.value.folder !== null) await importPaths([reply.value.folder]);
    },
    async offer(chosen) {
      if (doing.peek() !== 'nothing' || chosen.length === 0) return;
      batch(() => {
        doing.value = 'offering';
        failure.value = null;
        refused.value = [];
      });
      for (const file of chosen) {
        const reply = await offerOne(file);
        if (!reply.ok)
          refused.value = [...refused.peek(), { name: file.name, failure: reply.error }];
      }
      doing.value = 'nothing';
      await look();
    },
    importDocuments: () => importPaths((offered.peek()?.documents ?? []).map(({ path }) => path)),
    async takeTour({ path }) {
      const taken = await asked('taking', () => api.takeTour({ path }));
      if (taken === null) return;
      await aside([path]);
      go(editHref({ tour: taken.tour.address, stop: null }));
    },
    putAside: (chosen) => aside(chosen.map(({ path }) => path)),
    rest() {
      if (doing.peek() === 'nothing') imported.value = null;
      refused.value = [];
      failure.value = null;
    },
  };

  async function offerOne(file: File): Promise<Result<OfferedFile>> {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      // A folder, or a file that has gone since.
      return { ok: false, error: { code: 'file-unreadable', message: '' } };
    }
    return api.offer({ name: file.name, bytes });
  }
}
