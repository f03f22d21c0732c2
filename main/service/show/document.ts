import type { Shown } from '../../contract/answers.ts';
import type { Provision, Section } from '../../contract/document.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import { editionId, formatAddress, type AddressParts, type WorkId } from '../../contract/ids.ts';
import type { LibraryReader } from '../../library/index.ts';
import { listed } from './listed.ts';
import { unknownEdition, unknownWork } from './unknown.ts';

/**
 * A work is shown with its record, what its newest edition cites, and everything that cites any edition of it. It may
 * be known by its text, its record or a citation alone.
 */
export function showWork(library: LibraryReader, work: WorkId): Result<Shown> {
  const found = library.record(work);
  const record = found?.kind === 'reference' ? found : null;
  const name = library.nameOfWork(work);
  if (name === null) return unknownWork(library, work);
  const editions = library.editionsOf(work);
  const [newest] = editions;
  const stored = newest === undefined ? null : library.edition(newest.edition);
  return done({
    kind: 'work',
    address: work,
    name,
    title: newest?.title ?? record?.title ?? null,
    hasText: newest !== undefined,
    editions,
    record,
    links: record === null ? [] : library.linksFrom(work),
    linkedFrom: library.linksTo(work).filter(({ address }) => address !== (work as string)),
    citations: stored === null ? [] : library.citationsIn({ edition: stored.row }),
    citedBy: library.citationsOf(work, null),
  });
}

function findProvision(provisions: readonly Provision[], path: string): Provision | null {
  for (const provision of provisions) {
    const found = provision.path === path ? provision : findProvision(provision.provisions, path);
    if (found !== null) return found;
  }
  return null;
}

function allPaths(provisions: readonly Provision[]): string[] {
  return provisions.flatMap((provision) => [provision.path, ...allPaths(provision.provisions)]);
}

/** An edition, or a section or provision of it. */
export function showEdition(
  library: LibraryReader,
  parts: AddressParts & { edition: string },
): Result<Shown> {
  const { work, edition } = parts;
  const stored = library.edition(editionId(work, edition));
  if (stored === null) return unknownEdition(library, work, edition);
  const { row, summary } = stored;
  const { sections, annexes } = library.structure(row);

  if (parts.section === undefined) {
    return done({
      kind: 'edition',
      address: summary.edition,
      summary,
      preface: library.preface(row),
      ...stored.head,
      sections,
      annexes,
      provenance: stored.provenance,
      editions: library.editionsOf(work),
      linkedFrom: library.linksTo(summary.edition),
      citations: library.citationsIn({ edition: row }),
      citedBy: library.citationsOf(work, edition),
    });
  }

  const asSections: Section[] = annexes.map((annex) => ({
    ...annex,
    kind: 'annex',
    actors: [],
    collaborators: [],
  }));
  const section = [...sections, ...asSections].find(({ address }) => address === parts.section);
  if (section === undefined) {
    const names = listed([...sections, ...annexes].map(({ address }) => address));
    return failed(
      'unknown-section',
      `${summary.edition} has no section ${parts.section}; it has ${names}.`,
    );
  }
  const { provisions, ...opening } = section;
  const address = formatAddress(parts);
  const linkedFrom = library.linksTo(address);
  if (parts.path === undefined) {
    const citations = library.citationsIn({ edition: row, section: section.address });
    return done({ kind: 'section', address, summary, section, linkedFrom, citations, citedBy: [] });
  }
  const provision = findProvision(provisions, parts.path);
  if (provision === null) {
    return failed(
      'unknown-provision',
      `${section.address} of ${summary.edition} has no provision ${parts.path}; it has ${listed(allPaths(provisions))}.`,
    );
  }
  return done({
    kind: 'provision',
    address,
    summary,
    section: opening,
    provision,
    linkedFrom,
    citations: library.citationsIn({ edition: row, section: section.address, path: parts.path }),
    citedBy: [],
  });
}
