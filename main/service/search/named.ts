import { editionId, type WorkId } from '../../contract/ids.ts';
import { evenSpelling } from './even-spelling.ts';
import { findSections } from './named-section.ts';
import { at, recordThing, workThing, type Named, type NamedThing } from './named-thing.ts';
import { othersFirst, type NamingFacts } from '../../library/index.ts';
import { remembering } from './remembering.ts';
import { readAddresses } from './read-addresses.ts';
import { foldedPlace, readReference, type Reference } from './read-reference.ts';
import { bySigns } from './signs.ts';
import { candidatesFor, thingsOf } from './works-meant.ts';

export type { Named, NamedThing } from './named-thing.ts';

/** Longer texts are no reference; a person who pastes a title types no more. */
const maxLength = 300;
/** Words among which a section is sought; a reference with its section has no more. */
const mostWords = 16;
const mostWordsBeforeTitle = 10;
const mostThings = 12;
const hasNumber = /\p{N}/u;

const isTold = ({ isSure, type, sector, bodies, records }: Reference): boolean =>
  isSure || type !== null || sector !== null || bodies.length > 0 || records.length > 0;

/** Bodies and meetings that are named without a work. */
function recordsFor(reference: Reference, lookups: NamingFacts): NamedThing[] {
  const { type, sector, records, bodies, place, year, revision } = reference;
  if (type !== null || revision !== null) return [];
  if (place !== null || year !== null) {
    return lookups
      .meetings()
      .filter(
        (meeting) =>
          (bodies.includes(meeting.body) || records.includes(meeting.address)) &&
          (year === null || meeting.year === year) &&
          (place === null || foldedPlace(meeting.place) === place),
      )
      .map(({ address }) => recordThing(address));
  }
  return records
    .filter((address) => sector === null || address.startsWith(`body/${sector}-`))
    .map(recordThing);
}

function thingsWithoutSection(text: string, lookups: NamingFacts): NamedThing[] {
  const reference = readReference(text, lookups);
  if (reference === null) return [];
  if (reference.number === null) return recordsFor(reference, lookups);
  return isTold(reference) ? thingsOf(candidatesFor(reference, lookups)) : [];
}

/** Splits off a section anywhere in the text; what stands around it is the reference. */
function thingsWithSection(text: string, lookups: NamingFacts): NamedThing[] {
  const words = text.split(' ');
  if (words.length < 2 || words.length > mostWords || !hasNumber.test(text)) return [];
  for (let length = words.length - 1; length > 0; length -= 1)
    for (let start = words.length - length; start >= 0; start -= 1) {
      const section = words.slice(start, start + length);
      // Every section opens with a word.
      if (!/^(?:\p{L}{3}|(?!\p{Script=Latin})\p{L})/u.test(section[0] ?? '')) continue;
      const around = [...words.slice(0, start), ...words.slice(start + length)].join(' ');
      const reference = readReference(around, lookups);
      if (reference === null || reference.number === null) continue;
      // A bare number is one only where it stands first: "92 considering a".
      if (!isTold(reference) && start === 0) continue;
      const things = candidatesFor(reference, lookups).flatMap(({ work, edition }) =>
        edition === null
          ? []
          : findSections(section.join(' '), lookups.sectionsOf(edition.edition)).map(
              (match): NamedThing => ({
                address: at(
                  `${edition.edition}#${match.section}${match.path === null ? '' : `.${match.path}`}`,
                ),
                kind: match.path === null ? 'section' : 'provision',
                work,
              }),
            ),
      );
      if (things.length > 0) return things;
    }
  return [];
}

/** Its newest edition with text, and itself. */
const thingsOfWork = (work: WorkId, lookups: NamingFacts): NamedThing[] => {
  const edition = lookups.editionsOf(work).find(({ hasText }) => hasText) ?? null;
  return thingsOf([{ work, edition, isExact: false }]);
};

/** Works whose number is a code like no other: "GSTR-TN5G". */
const thingsCoded = (text: string, lookups: NamingFacts): NamedThing[] =>
  hasNumber.test(text) && /^\p{L}{2,}[\p{L}\p{N}-]*$/u.test(text)
    ? lookups.worksNumbered(text).flatMap((work) => thingsOfWork(work, lookups))
    : [];

/** Records that people call by their whole title; a term or topic is a word like others. */
const titledKinds = new Set(['reference', 'body', 'meeting', 'handbook', 'chapter', 'tour']);

const firstWord = bySigns(
  ({ letter, digit, mark }) => new RegExp(`^[${letter}${digit}${mark}]*`, 'u'),
);

function thingsCalled(text: string, lookups: NamingFacts): NamedThing[] {
  if (!lookups.beginsName(firstWord(text).exec(text)?.[0] ?? '')) return [];
  return lookups
    .recordsCalled(text)
    .filter(({ kind }) => titledKinds.has(kind))
    .flatMap(({ address, kind }) => {
      if (kind !== 'reference') return [recordThing(address)];
      return thingsOfWork(address as string as WorkId, lookups);
    });
}

/** A reference and behind it its title, as they are copied together: "ITU-T Y.3101: Requirements of …". */
function thingsWithTitle(text: string, lookups: NamingFacts): NamedThing[] {
  if (!hasNumber.test(text)) return [];
  const words = text.split(' ');
  for (let start = 1; start < Math.min(words.length, mostWordsBeforeTitle); start += 1) {
    const titled = lookups.recordsCalled(words.slice(start).join(' '));
    if (titled.length === 0) continue;
    const called = new Set<string>(titled.map(({ address }) => address));
    const things = thingsWithoutSection(words.slice(0, start).join(' '), lookups);
    const own = things.filter(({ work }) => work !== null && called.has(work));
    if (own.length > 0) return own;
  }
  return [];
}

/** What no grammar of references knows: the Radio Regulations, handbooks by title, symbols of the United Nations. */
async function thingsCited(typed: string, lookups: NamingFacts): Promise<NamedThing[]> {
  // Without either of these no text cites anything, and the reader of citations need not be loaded.
  if (!hasNumber.test(typed) && !/handbook/i.test(typed)) return [];
  const { findCitations } = await import('../../documents/index.ts');
  // Its patterns take a few milliseconds when they are first used.
  await othersFirst();
  const citations = findCitations(typed);
  let around = typed;
  for (const { start, end } of citations.toReversed())
    around = `${around.slice(0, start)} ${around.slice(end)}`;
  const isAll = /^(?:\s|[.,;:()]|(?:see|the|of|and|itu)(?!\p{L}))*$/iu.test(around);
  if (citations.length === 0 || !isAll) return [];
  return citations.flatMap(({ work, edition }) => {
    const named = edition === null ? null : editionId(work, edition);
    if (named !== null && lookups.isHere(at(named)))
      return [{ address: at(named), kind: 'edition' as const, work }];
    if (!lookups.isHere(at(work))) return [];
    return named === null ? thingsOfWork(work, lookups) : [workThing(work)];
  });
}

const once = (things: readonly NamedThing[]): NamedThing[] => [
  ...new Map(things.map((thing) => [thing.address, thing])).values(),
];

/**
 * What a query names: a work, an edition, a section or provision, a body, a meeting, in any spelling; several where the
 * name means several. Null where it is no reference, but words, which may well hold one.
 *
 * A section and label lead to the provision, in the edition that is named or else the newest with text; place, year or
 * meeting to that edition; else it is the newest edition with text, and then the work. An edition whose text is not
 * here is represented by its work.
 *
 * @example (await namedBy('res. 92 resolves to invite 2', lookups))?.things[0]?.address
 * // => 'wtsa/resolution/92@2024#resolves-to-invite-tsag.2'
 */
export async function namedBy(typed: string, lookups: NamingFacts): Promise<Named | null> {
  if (typed.length > maxLength) return null;
  const ask = remembering(lookups);
  const addresses = readAddresses(typed, ask);
  if (addresses !== null) return addresses;
  if (/["*\u201c\u201d\u00ab\u00bb]|(?:^|\s)-/.test(typed)) return null;
  const text = evenSpelling(typed);
  if (text === '') return null;
  for (const find of [
    thingsWithoutSection,
    thingsCalled,
    thingsCoded,
    thingsWithTitle,
    thingsWithSection,
  ]) {
    const things = once(find(text, ask));
    if (things.length > 0) return { things: things.slice(0, mostThings), rest: '' };
  }
  const cited = once(await thingsCited(typed, ask));
  return cited.length === 0 ? null : { things: cited.slice(0, mostThings), rest: '' };
}
