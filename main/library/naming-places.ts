import type { NamedAddress } from '../contract/answers.ts';
import { parseAddress, type Address } from '../contract/ids.ts';
import { textReader, type StoredText } from './coded-text.ts';
import type { Connection } from './opening.ts';
import type { readRecords } from './records/reading-records.ts';

/** UTF-16 units of a provision's words that stand beside its name. */
const longestDetail = 160;

const beginningOf = (text: string): string => {
  if (text.length <= longestDetail) return text;
  const space = text.lastIndexOf(' ', longestDetail);
  return `${text.slice(0, space > longestDetail / 2 ? space : longestDetail)}\u2026`;
};

interface SectionRow {
  readonly address: Address;
  readonly name: string;
  readonly kind: string;
  readonly heading: string;
  readonly title: string;
}

interface ProvisionRow extends SectionRow {
  readonly parent: number | null;
  readonly label: string;
  readonly text: StoredText;
}

const headingOf = ({ kind, heading }: SectionRow): string => (heading === '' ? kind : heading);

/** "Resolution 92 (Rev. New Delhi, 2024), considering": an opening of one word needs no comma before what follows. */
const nameOfSection = (row: SectionRow): string => `${row.name}, ${headingOf(row)}`;

/** Each place asked for as JSON, with its parts. */
const wanted = `json_each(?) AS j
  JOIN editions d ON d.address = j.value ->> 'edition'
  JOIN sections s ON s.edition_id = d.id AND s.address = j.value ->> 'section'`;

/** Reads what places in documents are called, and through `records` what records are. */
export function readNames(connection: Connection, records: ReturnType<typeof readRecords>) {
  const readText = textReader(connection);
  const works = connection.prepare<[string], NamedAddress>(
    `SELECT work AS address, 'work' AS kind, name, '' AS detail FROM works
     WHERE work IN (SELECT value FROM json_each(?))`,
  );
  const editions = connection.prepare<[string], NamedAddress>(
    `SELECT address, 'edition' AS kind, name, title AS detail FROM editions
     WHERE address IN (SELECT value FROM json_each(?))`,
  );
  const sections = connection.prepare<[string], SectionRow>(
    `SELECT j.value ->> 'address' AS address, d.name, s.kind, s.heading, d.title FROM ${wanted}`,
  );
  const provisions = connection.prepare<[string], ProvisionRow>(
    `SELECT j.value ->> 'address' AS address, d.name, s.kind, s.heading, d.title,
            p.parent_id AS parent, p.label, p.text
     FROM ${wanted} JOIN provisions p ON p.section_id = s.id AND p.path = j.value ->> 'path'`,
  );
  const parent = connection.prepare<[number], { parent: number | null; label: string }>(
    'SELECT parent_id AS parent, label FROM provisions WHERE id = ?',
  );

  const labelsOf = (row: ProvisionRow): string => {
    let labels = row.label;
    let above = row.parent;
    while (above !== null) {
      const holder = parent.get(above);
      if (holder === undefined) break;
      labels = `${holder.label} ${labels}`;
      above = holder.parent;
    }
    return labels.trim();
  };
  const nameOfProvision = (row: ProvisionRow, label: string): string => {
    const comma = row.heading === row.kind ? '' : ',';
    return label === '' ? nameOfSection(row) : `${nameOfSection(row)}${comma} ${label}`;
  };

  return {
    /** Names of places, in no order; what the library does not know is left out. */
    namesOf: (addresses: readonly Address[]): NamedAddress[] => {
      const parts = addresses.flatMap((address) => {
        const parsed = parseAddress(address);
        if (!parsed.ok) return [];
        const { work, edition, section, path } = parsed.value;
        return [{ address, work, edition: `${work}@${edition ?? ''}`, section, path }];
      });
      const all = JSON.stringify(addresses);
      const inSections = JSON.stringify(
        parts.filter(({ section, path }) => section !== undefined && path === undefined),
      );
      const inProvisions = JSON.stringify(parts.filter(({ path }) => path !== undefined));
      const isAsked = new Set<string>(addresses);
      const unwritten = records.knownEditions(parts.map(({ work }) => work)).flatMap((known) =>
        known.editions
          .map(({ edition, name }) => ({
            address: `${known.work}@${edition}` as Address,
            kind: 'edition' as const,
            name,
            detail: '',
          }))
          .filter(({ address }) => isAsked.has(address)),
      );
      // The last that names a place counts: a text that is here before a record of it, a record before a bare name.
      const found = new Map<string, NamedAddress>();
      const provisionNames = provisions.all(inProvisions).map((row) => {
        const label = labelsOf(row);
        return {
          address: row.address,
          kind: 'provision' as const,
          name: nameOfProvision(row, label),
          detail: beginningOf(readText(row.text)),
          inText: { document: row.name, section: headingOf(row), label },
        };
      });
      const sectionNames = sections.all(inSections).map((row) => ({
        address: row.address,
        kind: 'section' as const,
        name: nameOfSection(row),
        detail: row.title,
        inText: { document: row.name, section: headingOf(row), label: '' },
      }));
      for (const each of [
        ...works.all(all),
        ...records.namesOfRecords(addresses),
        ...unwritten,
        ...editions.all(all),
        ...sectionNames,
        ...provisionNames,
      ])
        found.set(each.address, each);
      return [...found.values()];
    },
  };
}
