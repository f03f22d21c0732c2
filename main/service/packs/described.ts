import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Failure } from '../../contract/failure.ts';
import type { InstalledPack, PackManifest, Publisher } from '../../contract/packs.ts';
import { openLibrary } from '../../library/index.ts';
import { signerOf } from '../../library/packs/index.ts';
import { libraryOf, noteOf, versionOf } from './files.ts';
import { readNote } from './note.ts';
import type { Source } from './source.ts';
import type { ChosenPack } from './state.ts';

/** What the program's own library is called where nothing is noted beside it. */
const nameless = { title: 'Recital', version: '0', publisher: 'Recital', rights: '' } as const;

const noCounts: InstalledPack['counts'] = {
  works: 0,
  editions: 0,
  provisions: 0,
  citations: 0,
  references: 0,
  bodies: 0,
  handbooks: 0,
  tours: 0,
  terms: 0,
  meetings: 0,
};

interface Standing {
  readonly isOn: boolean;
  readonly previous: string | null;
  readonly trouble: Failure | null;
}

const ofManifest = ({
  identity,
  title,
  version,
  publisher,
  rights,
  languages,
  counts,
}: PackManifest): Pick<
  InstalledPack,
  'identity' | 'title' | 'version' | 'publisher' | 'rights' | 'languages' | 'counts'
> => ({ identity, title, version, publisher, rights, languages, counts });

/** The library that came with the program, as a list of packs shows it. */
export function describeShipped(source: Source, standing: Standing): InstalledPack {
  const file = source.shippedFile();
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const rest = { ...standing, bytes, signer: { kind: 'nobody' }, isBundled: true } as const;
  const manifest = source.shipped()?.manifest;
  if (manifest !== undefined) return { ...ofManifest(manifest), ...rest };
  const opened = openLibrary({ compiled: [file], own: null });
  const nobody = { identity: source.identity(), ...nameless };
  if (!opened.ok) return { ...nobody, ...rest, languages: [], counts: noCounts };
  const counts = opened.value.counts();
  const languages = [...new Set(opened.value.editions().map(({ language }) => language))];
  opened.value.close();
  return { ...nobody, ...rest, languages: languages.toSorted(), counts };
}

/** An installed pack, as a list shows it. What is noted of it may have been lost. */
export async function describeInstalled(
  packs: string,
  { identity, current }: ChosenPack & { readonly current: string },
  standing: Standing,
  publishers: readonly Publisher[],
): Promise<InstalledPack> {
  const bytes = await stat(libraryOf(packs, identity, current)).then(
    ({ size }) => size,
    () => 0,
  );
  const note = await readNote(noteOf(packs, identity, current));
  const rest = { ...standing, bytes, isBundled: false } as const;
  if (note.ok) {
    const { head } = note.value;
    return { ...ofManifest(head.manifest), ...rest, signer: signerOf(head, publishers) };
  }
  return {
    ...rest,
    identity,
    title: identity,
    version: versionOf(current),
    publisher: '',
    rights: '',
    languages: [],
    counts: noCounts,
    signer: { kind: 'nobody' },
    trouble: standing.trouble ?? note.error,
  };
}

/** The version of a pack that is here, to which changes may apply. */
export interface Here {
  readonly manifest: PackManifest;
  readonly file: string;
}

/** Null: nothing of this pack is here. */
export async function findHere(
  source: Source,
  { identity, current }: ChosenPack,
): Promise<Here | null> {
  const { packs } = source.place;
  if (packs !== null && current !== null && source.isNewer(identity, versionOf(current))) {
    const note = await readNote(noteOf(packs, identity, current));
    const file = libraryOf(packs, identity, current);
    return note.ok ? { manifest: note.value.head.manifest, file } : null;
  }
  const manifest = source.shipped()?.manifest;
  return manifest?.identity === identity ? { manifest, file: source.shippedFile() } : null;
}
