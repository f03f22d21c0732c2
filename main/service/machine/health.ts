import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { Health, MachineApi, OwnHealth } from '../../contract/machine.ts';
import type { Libraries } from '../packs/libraries.ts';
import { putBack } from '../packs/put-back.ts';
import type { Jobs } from './jobs.ts';

export interface HealthRequest {
  readonly libraries: Libraries;
  readonly jobs: Jobs;
  /** How it is with the person's own library. */
  readonly own: () => OwnHealth;
  /** Aborted when the program closes. */
  readonly closing: AbortSignal;
}

/** Of the library that came with the program. */
type ShippedHealth = Omit<Health, 'own'>;

const damaged = (file: string, why: string): ShippedHealth => {
  const message = `The library ${file} is not as it was shipped: ${why}.`;
  return { state: 'damaged', trouble: { code: 'library-damaged', message } };
};
const sound: ShippedHealth = { state: 'sound', trouble: null };
const checking: ShippedHealth = { state: 'checking', trouble: null };
const unchecked: ShippedHealth = { state: 'unchecked', trouble: null };

/**
 * Whether the library that came with the program is as it was shipped: its size and header are looked at when it is asked for
 * the first time, and its whole content in the background after that.
 */
export function createHealth({
  libraries,
  jobs,
  own: ownHealth,
  closing,
}: HealthRequest): Pick<MachineApi, 'health' | 'repair'> {
  const { source } = libraries;
  let now: ShippedHealth | null = null;
  /** Of the check that counts: another was begun since. */
  let checks = 0;

  function check(): ShippedHealth {
    const note = source.shipped();
    if (note === null) return unchecked;
    const file = source.shippedFile();
    const trouble = libraries.now().troubles.get(source.identity());
    if (trouble !== undefined) return { state: 'damaged', trouble };
    const { bytes, sha256 } = note.manifest.library;
    const about = statSync(file, { throwIfNoEntry: false });
    if (about === undefined) return damaged(file, 'it is missing');
    if (about.size !== bytes) return damaged(file, `it has ${about.size} bytes of ${bytes}`);
    checks += 1;
    // Nobody waits for it; who asks meanwhile is told that it goes on.
    void readWhole(file, sha256, checks);
    return checking;
  }

  async function readWhole(file: string, sha256: string, own: number): Promise<void> {
    const { hashFile } = await import('../../library/packs/index.ts');
    const hashed = await hashFile(file, { signal: closing });
    if (own !== checks) return;
    if (!hashed.ok) now = damaged(file, hashed.error.message);
    else now = hashed.value.sha256 === sha256 ? sound : damaged(file, 'its content is another');
  }

  function health(): Result<Health> {
    now ??= check();
    return done({ ...now, own: ownHealth() });
  }

  return {
    health: async () => health(),
    repair: () => {
      const note = source.shipped();
      if (note === null)
        return Promise.resolve(
          failed('not-here', 'There is no original to put this library back from.'),
        );
      const total = note.manifest.library.bytes;
      const what = basename(source.place.libraryFile);
      return jobs.run({ kind: 'repair', what, unit: 'bytes' }, async ({ signal, tell }) => {
        const back = await putBack(source, {
          signal,
          far: (far) => tell({ done: far, total }),
        });
        if (!back.ok) return back;
        const opened = libraries.reopen();
        if (!opened.ok) return opened;
        now = null;
        return health();
      });
    },
  };
}
