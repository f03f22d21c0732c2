import { nameOfWork } from '../../documents/index.ts';
import { done, type Result } from '../../contract/failure.ts';
import { proveLibrary, unpackPack, type Unpacked } from '../../library/packs/index.ts';
import { namesOfActor } from '../names-of-actor.ts';
import { failureOf } from './trouble.ts';

export interface UnpackJob {
  /** The pack. */
  readonly file: string;
  /** Where its library goes to. */
  readonly to: string;
  /** The library of the version that is here, for a pack of changes. */
  readonly from: string | null;
}

export type UnpackReply =
  | { readonly kind: 'far'; readonly done: number; readonly total: number }
  | { readonly kind: 'ended'; readonly result: Result<Unpacked> };

/** Unpacks a pack and proves what came out. Errors: those of verifying; of writing a library. */
export async function unpack(
  { file, to, from }: UnpackJob,
  far: (done: number, total: number) => void,
): Promise<Result<Unpacked>> {
  try {
    const unpacked = await unpackPack(file, {
      to,
      ...(from !== null && { from }),
      naming: { nameOfWork, namesOfActor },
      progress: far,
    });
    if (!unpacked.ok) return unpacked;
    const proved = proveLibrary(to, unpacked.value.head.manifest, { pack: file });
    return proved.ok ? done(unpacked.value) : proved;
  } catch (error) {
    return failureOf(error);
  }
}
