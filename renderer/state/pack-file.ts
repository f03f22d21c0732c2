import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { Failure } from '../../main/contract/failure.ts';
import type { InstalledPack, PackReport } from '../../main/contract/packs.ts';

/** How far it is with a pack file that somebody looks at. */
export type PackPhase =
  | { readonly kind: 'checking' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'known'; readonly report: PackReport }
  | { readonly kind: 'installing' | 'trusting'; readonly report: PackReport }
  | { readonly kind: 'failed'; readonly report: PackReport; readonly failure: Failure }
  | { readonly kind: 'installed'; readonly report: PackReport; readonly pack: InstalledPack };

export interface PackFile {
  readonly phase: ReadonlySignal<PackPhase>;
  /** Whether the person has seen that nobody known signed it. */
  readonly isAccepted: ReadonlySignal<boolean>;
  accept(isAccepted: boolean): void;
  /** Verifies the file; one that is looked at already is left as it is. */
  look(path: string): Promise<void>;
  lookAgain(): Promise<void>;
  install(): Promise<void>;
  /** From now on what its publisher signs is of a known one. */
  trust(): Promise<void>;
}

/** A pack may be installed at once: somebody known signed it, or the person has seen that nobody known did. */
export const mayInstall = ({ signer, obstacle }: PackReport, isAccepted: boolean): boolean =>
  obstacle === null && (signer.kind === 'known' || isAccepted);

export function createPackFile(
  api: Pick<Api, 'inspectPack' | 'installPack' | 'trustPublisher' | 'putAside'>,
): PackFile {
  const phase = signal<PackPhase>({ kind: 'checking' });
  const isAccepted = signal(false);
  let file = '';
  /** An answer of which nobody asks any more is dropped. */
  let serial = 0;

  async function inspect(): Promise<void> {
    serial += 1;
    const at = serial;
    batch(() => {
      phase.value = { kind: 'checking' };
      isAccepted.value = false;
    });
    const reply = await api.inspectPack({ path: file });
    if (at !== serial) return;
    phase.value = reply.ok
      ? { kind: 'known', report: reply.value }
      : { kind: 'refused', failure: reply.error };
  }

  const reportNow = (): PackReport | null => {
    const now = phase.peek();
    return now.kind === 'known' || now.kind === 'failed' ? now.report : null;
  };

  return {
    phase,
    isAccepted,
    accept(next) {
      isAccepted.value = next;
    },
    async look(path) {
      const isSettled = phase.peek().kind !== 'refused' && phase.peek().kind !== 'installed';
      if (path === file && isSettled) return;
      file = path;
      await inspect();
    },
    lookAgain: inspect,
    async install() {
      const report = reportNow();
      if (report === null || !mayInstall(report, isAccepted.peek())) return;
      const at = serial;
      const path = file;
      phase.value = { kind: 'installing', report };
      const reply = await api.installPack({
        path,
        ...(report.signer.kind !== 'known' && { isAccepted: true }),
      });
      if (reply.ok) void api.putAside({ paths: [path] });
      if (at !== serial) return;
      phase.value = reply.ok
        ? { kind: 'installed', report, pack: reply.value }
        : { kind: 'failed', report, failure: reply.error };
    },
    async trust() {
      const report = reportNow();
      if (report === null || report.signer.kind !== 'unknown') return;
      const at = serial;
      phase.value = { kind: 'trusting', report };
      const reply = await api.trustPublisher({ path: file });
      if (at !== serial) return;
      if (!reply.ok) {
        phase.value = { kind: 'failed', report, failure: reply.error };
        return;
      }
      const { key, name } = reply.value;
      const signer = { kind: 'known', key, publisher: name } as const;
      phase.value = { kind: 'known', report: { ...report, signer } };
    },
  };
}
