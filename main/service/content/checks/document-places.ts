import type { Annex, Provision, Section } from '../../../contract/document.ts';
import { editionId, parseAddress, type Address } from '../../../contract/ids.ts';
import { nameOfWork } from '../../../documents/index.ts';
import type { CheckedSource } from '../kinds/resolutions.ts';

/** A place in a document whose text is here: a provision, a section, an annex, an edition. */
export interface DocumentPlace {
  readonly address: Address;
  /** Printed name: "Resolution 92 (Rev. New Delhi, 2024), considering a)". */
  readonly name: string;
  /** Every stretch of words that stands there, in order: headings, provisions, footnotes. */
  readonly words: readonly string[];
}

export type DocumentPlaces = ReadonlyMap<string, DocumentPlace>;

const wordsOfProvision = ({ text, footnotes, table, figure, provisions }: Provision): string[] => [
  text,
  ...footnotes.map((footnote) => footnote.text),
  ...(table === undefined
    ? []
    : [table.caption, ...table.rows.flatMap((row) => row.map((cell) => cell.text))]),
  ...(figure === undefined ? [] : [figure.caption]),
  ...provisions.flatMap(wordsOfProvision),
];

const wordsOfSection = ({ heading, provisions }: Section | Annex): string[] => [
  heading,
  ...provisions.flatMap(wordsOfProvision),
];

function placesOfEdition({ document, name }: CheckedSource): DocumentPlace[] {
  const { identity, preface, formula, sections, annexes } = document;
  const edition = editionId(identity.work, identity.edition);
  const places: DocumentPlace[] = [];
  const add = (inside: string, label: string, words: readonly string[]): void => {
    places.push({
      address: `${edition}${inside}` as Address,
      name: label === '' ? name : `${name}, ${label}`,
      words,
    });
  };
  add('', '', [
    ...preface.map(({ text }) => text),
    identity.title,
    formula,
    ...[...sections, ...annexes].flatMap(wordsOfSection),
  ]);
  const openings = [
    ...sections.map((section) => ({ section, opening: section.kind })),
    ...annexes.map((annex) => ({ section: annex, opening: annex.heading })),
  ];
  for (const { section, opening } of openings) {
    add(`#${section.address}`, opening, wordsOfSection(section));
    const addProvisions = (provisions: readonly Provision[], above: string): void => {
      for (const provision of provisions) {
        const label = `${above} ${provision.label}`.trim();
        add(`#${provision.address}`, label, wordsOfProvision(provision));
        addProvisions(provision.provisions, label);
      }
    };
    addProvisions(section.provisions, opening);
  }
  return places;
}

/** Every place of every document that is here, by its address. */
export const placesOf = (sources: readonly CheckedSource[]): DocumentPlaces =>
  new Map(sources.flatMap(placesOfEdition).map((place) => [place.address, place]));

/** Every stretch of words of every document, once. */
export const wordsOfDocuments = (places: DocumentPlaces): readonly string[] =>
  [...places.values()].flatMap(({ address, words }) => (address.includes('#') ? [] : words));

/** The printed name of a place, of documents that are not here too. */
export function nameOfPlace(places: DocumentPlaces, address: Address): string {
  const place = places.get(address);
  if (place !== undefined) return place.name;
  const parsed = parseAddress(address);
  return parsed.ok ? nameOfWork(parsed.value.work, parsed.value.edition ?? null) : address;
}
