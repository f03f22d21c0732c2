import type { Failure } from '../../contract/failure.ts';
import type { PackManifest, PackReport, Publisher } from '../../contract/packs.ts';
import { changesBetween, obstacleTo, signerOf, type PackHead } from '../../library/packs/index.ts';
import { findHere, type Here } from './described.ts';
import { unnamed } from './shipped.ts';
import type { Source } from './source.ts';
import type { ChosenPack } from './state.ts';

/** A pack that is whole, as it stands to what is here. */
export interface Judged {
  readonly report: PackReport;
  readonly here: Here | null;
}

/** What a pack would change here, who signed it, and why it cannot be installed although it is whole. */
export async function judge(
  source: Source,
  chosen: ChosenPack,
  head: PackHead,
  publishers: readonly Publisher[],
  app: string,
): Promise<Judged> {
  const { manifest } = head;
  const here = await findHere(source, chosen);
  const installed = here && {
    version: here.manifest.version,
    contents: here.manifest.library.contents,
  };
  return {
    here,
    report: {
      manifest,
      signer: signerOf(head, publishers),
      changes: changesBetween(here?.manifest ?? null, manifest),
      installed: installed?.version ?? null,
      obstacle: ofPlace(source, manifest) ?? obstacleTo(manifest, { app, installed }),
    },
  };
}

/** What stands in the way beside the program's own library. */
function ofPlace(source: Source, { identity, version }: PackManifest): Failure | null {
  if (identity === unnamed)
    return {
      code: 'pack-does-not-apply',
      message: `No pack may be called ${unnamed}: the library that came with the program is.`,
    };
  if (source.isNewer(identity, version)) return null;
  const shipped = source.shipped()?.manifest.version ?? '';
  return {
    code: 'pack-does-not-apply',
    message: `Version ${version} of ${identity} is not newer than the one that came with the program, which is ${shipped}.`,
  };
}
