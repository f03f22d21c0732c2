import { done, failed, type Result } from '../../contract/failure.ts';
import { hashFile } from '../../library/packs/index.ts';
import type { RunningJob } from '../machine/jobs.ts';

const damaged = (file: string): Result<never> =>
  failed('pack-damaged', `The library ${file} is not as it was installed; install its pack again.`);

/** Whether an installed library is still what it was when it was proved. Errors: `pack-damaged`, `called-off`. */
export async function checkSound(
  file: string,
  noted: { readonly bytes: number; readonly sha256: string },
  { signal, tell }: RunningJob,
): Promise<Result<null>> {
  const hashed = await hashFile(file, {
    signal,
    progress: (far, total) => tell({ done: far, total }),
  });
  if (!hashed.ok) return hashed.error.code === 'called-off' ? hashed : damaged(file);
  const { bytes, sha256 } = hashed.value;
  return bytes === noted.bytes && sha256 === noted.sha256 ? done(null) : damaged(file);
}
