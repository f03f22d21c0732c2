import type { EditionSummary, Shown } from '../contract/answers.ts';
import type { Api } from '../contract/api.ts';
import type { Provision, Section } from '../contract/document.ts';
import { done, failed, type Result } from '../contract/failure.ts';
import {
  editionId,
  formatAddress,
  parseAddress,
  type AddressParts,
  type WorkId,
} from '../contract/ids.ts';
import type { LibraryReader } from '../library/index.ts';

/** Most names that a sentence lists before it says "and so many more". */
const maxListed = 8;

function list(names: readonly string[]): string {
  const more = names.length - maxListed;
  const shown = names.slice(0, maxListed).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

const editionOf = (summary: EditionSummary): string =>
  summary.edition.slice(summary.work.length + 1);

function unknownWork(library: LibraryReader, work: WorkId): Result<never> {
  const works = [...new Set(library.editions().map((edition) => edition.work))];
  return failed(
    'unknown-work',
    `The library knows no ${work}; it holds the text of ${works.length === 0 ? 'no work yet' : list(works)}.`,
  );
}

function unknownEdition(library: LibraryReader, work: WorkId, edition: string): Result<never> {
  const here = library.editionsOf(work);
  if (here.length > 0) {
    const editions = list(here.map(editionOf));
    return failed('unknown-edition', `${work} has no edition ${edition} here; it has ${editions}.`);
  }
  if (library.nameOfWork(work) === null) return unknownWork(library, work);
  return failed(
    'unknown-edition',
    `The text of ${work} is not here; show ${work} says where it is cited.`,
  );
}

/** A work is shown with what its newest edition cites, and everything that cites any edition of it. */
function showWork(library: LibraryReader, work: WorkId): Result<Shown> {
  const name = library.nameOfWork(work);
  if (name === null) return unknownWork(library, work);
  const editions = library.editionsOf(work);
  const [newest] = editions;
  const stored = newest === undefined ? null : library.edition(newest.edition);
  return done({
    kind: 'work',
    address: work,
    name,
    title: newest?.title ?? null,
    hasText: newest !== undefined,
    editions,
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

function showEdition(
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
    const names = list([...sections, ...annexes].map(({ address }) => address));
    return failed(
      'unknown-section',
      `${summary.edition} has no section ${parts.section}; it has ${names}.`,
    );
  }
  const { provisions, ...opening } = section;
  const address = formatAddress(parts);
  if (parts.path === undefined) {
    const citations = library.citationsIn({ edition: row, section: section.address });
    return done({ kind: 'section', address, summary, section, citations, citedBy: [] });
  }
  const provision = findProvision(provisions, parts.path);
  if (provision === null) {
    return failed(
      'unknown-provision',
      `${section.address} of ${summary.edition} has no provision ${parts.path}; it has ${list(allPaths(provisions))}.`,
    );
  }
  return done({
    kind: 'provision',
    address,
    summary,
    section: opening,
    provision,
    citations: library.citationsIn({ edition: row, section: section.address, path: parts.path }),
    citedBy: [],
  });
}

/**
 * What stands at an address. Of an edition, `citedBy` is every citation of its work, since whoever reads one
 * edition wants to know who relies on the resolution: those that name this edition first, then those that name
 * none, then those of other editions, each saying which it names. Of a section or provision it is only what
 * cites that very place; the citations that are read today name works and editions, so it is empty.
 *
 * Errors: `malformed-address`, `unknown-work`, `unknown-edition`, `unknown-section`, `unknown-provision`.
 */
export const createShow =
  (library: LibraryReader): Api['show'] =>
  async (request) => {
    const parsed = parseAddress(request.address);
    if (!parsed.ok) return parsed;
    const { edition, ...parts } = parsed.value;
    return library.inOneView(() =>
      edition === undefined
        ? showWork(library, parts.work)
        : showEdition(library, { ...parts, edition }),
    );
  };
