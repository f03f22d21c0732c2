/** The oldest format of a person's own library that is brought up to date: the first that there was. */
export const oldestUpgraded = 2;

/** The tables that hold what was imported; all others are made of these anew. */
export const tablesOfDocuments = [
  'works',
  'editions',
  'paragraphs',
  'sections',
  'actors',
  'provisions',
  'citations',
] as const;

/** Of those, the ones that earlier formats made otherwise than `schema.ts` does now. */
export const earlierTables: readonly string[] = [
  // Formats 2 and 3: with what could be told from the rest.
  `CREATE TABLE provisions (
  id INTEGER PRIMARY KEY,
  section_id INTEGER NOT NULL REFERENCES sections,
  parent_id INTEGER REFERENCES provisions,
  address TEXT NOT NULL,
  path TEXT NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  footnotes TEXT NOT NULL,
  extras TEXT NOT NULL,
  notes TEXT NOT NULL,
  UNIQUE (section_id, path)
) STRICT`,
];
