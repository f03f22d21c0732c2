import type { Failure } from '../../contract/failure.ts';
import type { Address, EditionId } from '../../contract/ids.ts';
import type {
  ChangedWork,
  PackChanges,
  PackedEdition,
  PackManifest,
  Publisher,
  Signer,
} from '../../contract/packs.ts';
import { schemaVersion } from '../schema.ts';
import type { PackHead } from './head.ts';
import { compareVersions } from './names.ts';

/** A name of a publisher that is known counts, and not what the pack says of itself. */
export function signerOf({ key, manifest }: PackHead, publishers: readonly Publisher[]): Signer {
  if (key === null) return { kind: 'nobody' };
  const known = publishers.find((publisher) => publisher.key === key.id);
  return known === undefined
    ? { kind: 'unknown', key: key.id, publisher: manifest.publisher }
    : { kind: 'known', key: key.id, publisher: known.name };
}

/** What of the same pack is here. `contents` is what its manifest says of its library. */
export interface InstalledVersion {
  readonly version: string;
  readonly contents: string;
}

/** What an app's version is without what follows its numbers: "1.2.0-beta.1" reads what 1.2.0 does. */
const numbersOf = (version: string): string => /^[\d.]*\d/.exec(version)?.[0] ?? '0';

/** Why a pack that is whole cannot be installed here; null: it can. */
export function obstacleTo(
  { title, minimumApp, library, content }: PackManifest,
  { app, installed }: { readonly app: string; readonly installed: InstalledVersion | null },
): Failure | null {
  if (compareVersions(numbersOf(app), minimumApp) < 0) {
    return {
      code: 'pack-newer',
      message: `"${title}" needs Recital ${minimumApp} or newer, and this is ${app}; update Recital.`,
    };
  }
  if (library.schema > schemaVersion) {
    return {
      code: 'pack-newer',
      message: `"${title}" was made for a newer Recital (its library's format is ${library.schema}, this program reads ${schemaVersion}); update Recital.`,
    };
  }
  if (library.schema < schemaVersion) {
    return {
      code: 'library-older',
      message: `"${title}" was made for an older Recital (its library's format is ${library.schema}, this program reads ${schemaVersion}); ask its publisher for a newer one.`,
    };
  }
  if (content.kind === 'whole' || installed?.contents === content.from.contents) return null;
  const here =
    installed === null
      ? 'which is not here'
      : installed.version === content.from.version
        ? 'and the one here says something else'
        : `and ${installed.version} is here`;
  return {
    code: 'pack-does-not-apply',
    message: `"${title}" ${content.from.version} is what this pack changes, ${here}; install the whole pack.`,
  };
}

/** What a pack lists; a manifest is one. */
export type Listed = Pick<PackManifest, 'editions' | 'records'>;

/** A work, or another thing with an address of its own, as a pack has it. */
interface Thing {
  readonly name: string;
  /** What its editions and records say, by their addresses. */
  readonly digests: ReadonlyMap<string, string>;
}

/** The work of an edition, the handbook of a chapter. */
const thingOf = (address: string): string => /^[^@#]*/.exec(address)?.[0] ?? address;

/** By what follows the `@`, numbers as numbers; the editions of a work are few. */
const newestOf = (editions: readonly PackedEdition[]): PackedEdition | undefined =>
  editions.toSorted((a, b) => b.edition.localeCompare(a.edition, 'en', { numeric: true }))[0];

function thingsIn({ editions, records }: Listed): Map<string, Thing> {
  const texts = Map.groupBy(editions, ({ edition }) => thingOf(edition));
  const noted = Map.groupBy(records, ({ address }) => thingOf(address));
  return new Map(
    [...new Set([...texts.keys(), ...noted.keys()])].map((address) => {
      const [its, itsRecords] = [texts.get(address) ?? [], noted.get(address) ?? []];
      const called = itsRecords.find((record) => record.address === address) ?? itsRecords[0];
      return [
        address,
        {
          name: newestOf(its)?.name ?? called?.name ?? '',
          digests: new Map<string, string>([
            ...its.map(({ edition, sha256 }) => [edition, sha256] as const),
            ...itsRecords.map((record) => [record.address, record.sha256] as const),
          ]),
        },
      ];
    }),
  );
}

const toChange = (address: string, { name }: Thing, changed: readonly string[]): ChangedWork => ({
  address: address as Address,
  name,
  editions: changed.filter((each) => each.includes('@')) as EditionId[],
});

const nothing: Thing = { name: '', digests: new Map() };

/** What differs: works by their editions and the library's record of them, and other records. Null: nothing was there before. */
export function changesBetween(before: Listed | null, after: Listed): PackChanges {
  const earlier = before === null ? new Map<string, Thing>() : thingsIn(before);
  const later = thingsIn(after);
  const added: ChangedWork[] = [];
  const updated: ChangedWork[] = [];
  const removed: ChangedWork[] = [];
  for (const [address, thing] of later) {
    const { digests } = earlier.get(address) ?? nothing;
    const changed = [...thing.digests.keys()].filter(
      (each) => digests.get(each) !== thing.digests.get(each),
    );
    const gone = [...digests.keys()].filter((each) => !thing.digests.has(each));
    if (!earlier.has(address)) added.push(toChange(address, thing, changed));
    else if (changed.length + gone.length > 0) {
      updated.push(toChange(address, thing, [...changed, ...gone]));
    }
  }
  for (const [address, thing] of earlier) {
    if (!later.has(address)) removed.push(toChange(address, thing, [...thing.digests.keys()]));
  }
  return { added, updated, removed };
}
