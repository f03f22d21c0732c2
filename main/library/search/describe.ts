import type { Hit, Twin } from '../../contract/answers.ts';
import type { Address } from '../../contract/ids.ts';
import { once } from '../../contract/once.ts';
import { keepWords } from '../analysis/index.ts';
import { languageOfRecords, type EntryKind } from '../indexing/entries.ts';
import { textReader, type StoredText } from '../coded-text.ts';
import type { Connection } from '../opening.ts';
import { wordsBeside, type StoredBeside } from '../words-beside.ts';
import type { MarkedText, Marker } from './marker.ts';
import type { Found } from './need.ts';
import { makeSnippet } from './snippet.ts';

/** An entry by the row that it is. */
export interface EntryKey {
  readonly kind: EntryKind;
  readonly row: number;
}

interface EditionRow {
  readonly address: string;
  readonly name: string;
  readonly title: string;
  readonly year: number;
  readonly language: string;
}

interface SectionRow {
  readonly edition: number;
  readonly address: string;
  readonly heading: string;
}

interface PathRow {
  readonly section: number;
  readonly path: string;
}

interface ProvisionRow extends PathRow {
  readonly label: string;
  readonly text: StoredText;
  readonly footnotes: string;
  readonly extras: string;
}

interface PlaceRow {
  readonly address: Address;
  readonly kind: Hit['kind'];
  readonly name: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly names: string;
}

/** What is shown of an entry whatever was asked. */
interface Shown extends StoredBeside, MarkedText {
  readonly hit: Pick<Hit, 'address' | 'kind' | 'name' | 'title' | 'heading' | 'label' | 'language'>;
}

const addressOf = (edition: EditionRow, section: SectionRow, { path }: PathRow): Address =>
  `${edition.address}#${section.address}.${path}` as Address;

const textOf = (text: string, language: string): MarkedText => ({
  text,
  language,
  words: once(() => keepWords(text, language)),
});

const nothingBeside = { footnotes: '', extras: '' };

/** Rows of a kind that are kept, since many hits stand in one section and more in one edition. */
const mostKept = 16_000;
/**
 * Letters of texts that are kept, each with its words, and with a hundred for each text: the next key press shows most of what
 * this one shows.
 */
const mostLetters = 4_000_000;

type Read<Row> = (row: number) => Row | undefined;

/** Asks again only for what was not asked for lately. */
function remembered<Row>(
  read: Read<Row>,
  most: number = mostKept,
  costOf: (found: Row) => number = () => 1,
): Read<Row> {
  const known = new Map<number, Row | undefined>();
  let cost = 0;
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const found = read(row);
    cost += found === undefined ? 1 : costOf(found);
    if (cost > most) {
      known.clear();
      cost = 0;
    }
    known.set(row, found);
    return found;
  };
}

/** Reads what is shown of entries; asked for the few that are shown only. */
export function createDescriber(connection: Connection, isOwn: boolean) {
  const readText = textReader(connection);
  const readEdition = connection.prepare<[number], EditionRow>(
    'SELECT address, name, title, year, language FROM editions WHERE id = ?',
  );
  const readSection = connection.prepare<[number], SectionRow>(
    'SELECT edition_id AS edition, address, heading FROM sections WHERE id = ?',
  );
  const readProvision = connection.prepare<[number], ProvisionRow>(
    'SELECT section_id AS section, path, label, text, footnotes, extras FROM provisions WHERE id = ?',
  );
  const readPath = connection.prepare<[number], PathRow>(
    'SELECT section_id AS section, path FROM provisions WHERE id = ?',
  );
  const readPlace = connection.prepare<[number], PlaceRow>(
    `SELECT r.address, r.kind, r.name, r.title, coalesce(h.title, '') AS heading, r.text, r.names
     FROM record_places r LEFT JOIN record_places h ON h.address = r.holder WHERE r.id = ?`,
  );
  // An own library changes; there every row is read afresh.
  const keep: typeof remembered = isOwn ? (read) => read : remembered;
  const edition = keep((row) => readEdition.get(row));
  const section = keep((row) => readSection.get(row));

  /** The provision of a row, as another hit's twin. */
  const twin = keep((row): Twin | undefined => {
    const found = readPath.get(row);
    const around = found === undefined ? undefined : section(found.section);
    const whole = around === undefined ? undefined : edition(around.edition);
    if (found === undefined || around === undefined || whole === undefined) return undefined;
    return { address: addressOf(whole, around, found), name: whole.name, year: whole.year };
  });

  const readShownProvision = (row: number): Shown | undefined => {
    const found = readProvision.get(row);
    const around = found === undefined ? undefined : section(found.section);
    const whole = around === undefined ? undefined : edition(around.edition);
    if (found === undefined || around === undefined || whole === undefined) return undefined;
    const { name, title, language } = whole;
    return {
      hit: {
        address: addressOf(whole, around, found),
        kind: 'provision',
        name,
        title,
        heading: around.heading,
        label: found.label,
        language,
      },
      ...textOf(readText(found.text), language),
      footnotes: found.footnotes,
      extras: found.extras,
    };
  };
  const shownProvision = keep(
    readShownProvision,
    mostLetters,
    ({ text, footnotes, extras }) => 100 + text.length + footnotes.length + extras.length,
  );
  const shownTitle = (row: number): Shown | undefined => {
    const found = edition(row);
    if (found === undefined) return undefined;
    const { address, name, title, language } = found;
    return {
      hit: {
        address: address as Address,
        kind: 'edition',
        name,
        title,
        heading: '',
        label: '',
        language,
      },
      ...textOf(title, language),
      ...nothingBeside,
    };
  };
  const shownPlace = (row: number): Shown | undefined => {
    const found = readPlace.get(row);
    if (found === undefined) return undefined;
    const { text, names: _names, ...hit } = found;
    const language = languageOfRecords;
    return {
      hit: { ...hit, label: '', language },
      ...textOf(text, language),
      ...nothingBeside,
    };
  };
  const shown = {
    title: shownTitle,
    provision: shownProvision,
    place: shownPlace,
  } satisfies Record<EntryKind, unknown>;

  return {
    /** Everything that an entry says, field by field. What is read in passing takes no room of what is shown. */
    texts: ({ kind, row }: EntryKey): { readonly texts: string[]; readonly language: string } => {
      if (kind === 'place') {
        const found = readPlace.get(row);
        return { texts: [found?.text ?? '', found?.names ?? ''], language: languageOfRecords };
      }
      const found = kind === 'title' ? shownTitle(row) : readShownProvision(row);
      if (found === undefined) return { texts: [], language: languageOfRecords };
      const { text, hit } = found;
      const heading = kind === 'title' ? hit.name : hit.heading;
      return { texts: [text, heading, wordsBeside(found).words], language: hit.language };
    },
    hit: (
      { kind, row }: EntryKey,
      { score, because }: Found,
      marker: Marker,
      also: readonly Twin[],
    ): Hit[] => {
      const found = shown[kind](row);
      if (found === undefined) return [];
      const { text, language, footnotes, extras, hit } = found;
      const inText = marker(found);
      const notes = inText.length === 0 ? wordsBeside({ footnotes, extras }).words : '';
      const inNotes = notes === '' ? [] : marker(textOf(notes, language));
      const snippet = inNotes.length > 0 ? makeSnippet(notes, inNotes) : makeSnippet(text, inText);
      return [
        {
          ...hit,
          snippet: snippet.text,
          marks: snippet.marks,
          score,
          isOwn,
          because,
          also,
        },
      ];
    },
    /** The provision of a row, as another hit's twin; none where it is no longer there. */
    twin: (row: number): Twin[] => {
      const found = twin(row);
      return found === undefined ? [] : [found];
    },
  };
}
