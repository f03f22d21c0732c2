import { editionId, type WorkId } from '../../contract/ids.ts';
import { at, workThing, type NamedThing } from './named-thing.ts';
import type { NamedEdition, NamingFacts } from '../../library/index.ts';
import { foldedPlace, type Reference } from './read-reference.ts';

const assemblies: Readonly<Record<string, string>> = {
  'itu-t': 'wtsa',
  'itu-r': 'ra',
  'itu-d': 'wtdc',
};

/** Bodies that are meant by the names read, meetings included. */
function adoptersOf({ bodies, records }: Reference, lookups: NamingFacts): readonly string[] {
  const met = lookups
    .meetings()
    .filter(({ address }) => records.includes(address))
    .map(({ body }) => body);
  return [...bodies, ...met];
}

/** Works that have the number and everything else that the reference says of them. */
function worksFor(reference: Reference, lookups: NamingFacts): readonly WorkId[] {
  const { type, number, sector } = reference;
  if (number === null) return [];
  const adopters = adoptersOf(reference, lookups);
  // "Supplement 59" leaves out the series, without which no supplement has its number.
  const numbers =
    type === 'supplement' && !number.includes('.')
      ? Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `${letter}.${number}`)
      : [number];
  return numbers
    .flatMap((each) => lookups.worksNumbered(each))
    .filter((work) => {
      const [body = '', kind = ''] = work.split('/');
      if (type !== null && kind !== type && kind !== `technical-${type}`) return false;
      if (sector !== null && body !== sector && body !== assemblies[sector]) return false;
      return (
        adopters.length === 0 ||
        adopters.some((adopter) => adopter === body || adopter.startsWith(`${body}-`))
      );
    });
}

interface Wanted {
  /** The names of the years, each with the body that met where the reference names a place. */
  readonly years: readonly { readonly body: string | null; readonly year: number }[];
  readonly place: string | null;
  readonly revision: string | null;
}

/** What a reference says about the edition; null where it says nothing. */
function editionWanted(reference: Reference, lookups: NamingFacts): Wanted | null {
  const { place, year, revision, records } = reference;
  const meetings = lookups.meetings();
  const tagged = meetings.filter(({ address }) => records.includes(address));
  const there = meetings.filter((meeting) => foldedPlace(meeting.place) === place);
  const years: { body: string | null; year: number }[] = tagged.map(({ body, year: when }) => ({
    body,
    year: when,
  }));
  if (year !== null) years.push({ body: null, year });
  else if (place !== null)
    years.push(...there.map(({ body, year: when }) => ({ body, year: when })));
  return years.length === 0 && place === null && revision === null
    ? null
    : { years, place, revision };
}

function isWanted(wanted: Wanted, work: WorkId, { edition, year, place }: NamedEdition): boolean {
  const [body = ''] = work.split('/');
  if (wanted.revision !== null && body === 'itu-r' && edition !== editionId(work, wanted.revision))
    return false;
  if (wanted.place !== null && place !== '' && foldedPlace(place) !== wanted.place) return false;
  if (wanted.years.length === 0) return wanted.place === null || place !== '';
  return wanted.years.some(
    (each) => (each.body === null || each.body === body) && each.year === year,
  );
}

export interface Candidate {
  readonly work: WorkId;
  /** The edition that is meant, where its text is here. */
  readonly edition: NamedEdition | null;
  /** Whether the reference names this very edition. */
  readonly isExact: boolean;
}

/** Works with the edition that is meant, or else with the newest that has text. */
export function candidatesFor(reference: Reference, lookups: NamingFacts): Candidate[] {
  const wanted = editionWanted(reference, lookups);
  const candidates = worksFor(reference, lookups).map((work): Candidate & { known: boolean } => {
    const editions = lookups.editionsOf(work);
    if (wanted === null) {
      const edition = editions.find(({ hasText }) => hasText) ?? null;
      return { work, edition, isExact: false, known: true };
    }
    const meant = editions.filter((edition) => isWanted(wanted, work, edition));
    const edition = meant.find(({ hasText }) => hasText) ?? null;
    return { work, edition, isExact: edition !== null, known: meant.length > 0 };
  });
  // Where one of several works has the edition that is named, the others are not meant.
  return candidates.some(({ known }) => known)
    ? candidates.filter(({ known }) => known)
    : candidates;
}

/** Text that can be read here comes before works of which only a record tells. */
export function thingsOf(candidates: readonly Candidate[]): NamedThing[] {
  const leading: NamedThing[] = [];
  const others: NamedThing[] = [];
  for (const { work, edition, isExact } of candidates) {
    if (edition === null) {
      others.push(workThing(work));
      continue;
    }
    leading.push({ address: at(edition.edition), kind: 'edition', work });
    if (!isExact) others.push(workThing(work));
  }
  return [...leading, ...others];
}
