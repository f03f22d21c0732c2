import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Provision, StructuredDocument } from '../../main/contract/document.ts';
import type { Address, EditionId, WorkId } from '../../main/contract/ids.ts';
import type { RecordKind } from '../../main/contract/records.ts';
import type { GivenIdentity } from '../../main/documents/index.ts';
import type {
  NamedEdition,
  NamedMeeting,
  NamedSection,
  NamingFacts,
} from '../../main/library/index.ts';
import { documentOf } from '../documents/reading.ts';
import { bundledContent } from '../fixtures/content.ts';

interface YamlEdition {
  readonly edition: string;
}
interface YamlRecord {
  readonly name?: string;
  readonly title?: string;
  readonly short?: readonly string[];
  readonly editions?: readonly YamlEdition[];
  readonly body?: string;
  readonly place?: string;
  readonly year?: number;
}

const readYaml = (file: string): unknown => parse(readFileSync(join(bundledContent, file), 'utf8'));
const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const pathsIn = (provisions: readonly Provision[]): string[] =>
  provisions.flatMap(({ path, provisions: inner }) => [path, ...pathsIn(inner)]);

async function readDocuments(): Promise<StructuredDocument[]> {
  const folder = join(bundledContent, 'resolutions');
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return Promise.all(
    files.map((name) => {
      const given = readYaml(`resolutions/${name.replace('.txt', '.yaml')}`) as GivenIdentity;
      const year = Number(given.edition);
      return documentOf(readFileSync(join(folder, name)), { ...given, year }, name);
    }),
  );
}

/**
 * The bundled works, bodies and meetings in memory. `alsoWorks` are works beside them, each with its number behind the
 * last stroke; nothing but their name is known.
 */
export async function bundledNaming(alsoWorks: readonly string[] = []): Promise<NamingFacts> {
  const names = new Map<string, { address: Address; kind: RecordKind }[]>();
  const addresses = new Set<string>();
  const editions = new Map<string, NamedEdition[]>();
  const sections = new Map<string, NamedSection[]>();
  const meetings: NamedMeeting[] = [];
  const add = (address: string, kind: RecordKind, called: readonly (string | undefined)[]) => {
    addresses.add(address);
    for (const key of new Set(called.filter((name) => name !== undefined).map(nameKey)))
      names.set(key, [...(names.get(key) ?? []), { address: address as Address, kind }]);
  };

  for (const file of readdirSync(join(bundledContent, 'references'), {
    recursive: true,
  }) as string[]) {
    if (!file.endsWith('.yaml')) continue;
    const work = file.slice(0, -'.yaml'.length);
    const record = readYaml(`references/${file}`) as YamlRecord;
    add(work, 'reference', [record.title]);
    editions.set(
      work,
      (record.editions ?? []).map(({ edition }) => ({
        edition: `${work}@${edition}` as EditionId,
        year: edition.length === 4 ? Number(edition) : null,
        place: '',
        hasText: false,
      })),
    );
  }
  for (const file of readdirSync(join(bundledContent, 'bodies'))) {
    const record = readYaml(`bodies/${file}`) as YamlRecord;
    add(`body/${file.replace('.yaml', '')}`, 'body', [record.name, ...(record.short ?? [])]);
  }
  for (const [slug, record] of Object.entries(
    readYaml('meetings.yaml') as Record<string, YamlRecord>,
  )) {
    const { body = '', place = '', year = 0 } = record;
    add(`meeting/${slug}`, 'meeting', [record.name]);
    meetings.push({ address: `meeting/${slug}` as Address, body, place, year });
  }
  for (const slug of Object.keys(readYaml('glossary.yaml') as object))
    addresses.add(`term/${slug}`);
  for (const document of await readDocuments()) {
    const { work, edition, place, year } = document.identity;
    const id = `${work}@${edition}` as EditionId;
    addresses.add(id);
    const full: NamedEdition = { edition: id, year, place: place ?? '', hasText: true };
    const known = (editions.get(work) ?? []).filter((each) => each.edition !== id);
    editions.set(
      work,
      [...known, full].toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)),
    );
    sections.set(
      id,
      document.sections.map(({ address, kind, heading, provisions }) => {
        const paths = pathsIn(provisions);
        for (const path of paths) addresses.add(`${id}#${address}.${path}`);
        addresses.add(`${id}#${address}`);
        return { section: address, kind, heading, paths };
      }),
    );
  }
  const works = [...editions.keys(), ...alsoWorks].toSorted();
  for (const work of alsoWorks) addresses.add(work);
  return {
    worksNumbered: (number) => works.filter((work) => work.split('/')[2] === number) as WorkId[],
    editionsOf: (work) => editions.get(work) ?? [],
    sectionsOf: (edition) => sections.get(edition) ?? [],
    recordsCalled: (name) => names.get(nameKey(name)) ?? [],
    beginsName: (beginning) =>
      [...names.keys()].some((name) => name.startsWith(nameKey(beginning))),
    meetings: () => meetings,
    isHere: (address) => addresses.has(address),
  };
}
