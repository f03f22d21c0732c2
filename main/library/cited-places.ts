import type { IncomingCitation } from '../contract/answers.ts';
import type { Address, WorkId } from '../contract/ids.ts';
import { textReader, type StoredText } from './coded-text.ts';
import type { Connection } from './opening.ts';

/** Which places that cite a work are wanted: not those of some editions, nor one that the asker stands at. */
export interface WantedPlaces {
  readonly work: WorkId;
  readonly without: readonly Address[];
  readonly except: Address | null;
  /** How many are read; all are counted. */
  readonly most: number;
}

/** Places that cite a work: how many there are, and the first of them. */
export interface CitedPlaces {
  readonly places: number;
  readonly first: readonly IncomingCitation[];
}

/** Reads the places that cite a work without the texts of any but the first. */
export function readCitedPlaces(connection: Connection) {
  const readText = textReader(connection);
  // A work may be cited thousands of times: only keys are sorted, and texts read for those that are given.
  const found = `
    SELECT min(c.id) AS id, d.year,
           d.address || coalesce('#' || s.address || '.' || p.path, '') AS "from"
    FROM citations c
    JOIN works w ON w.id = c.work_id
    JOIN editions d ON d.id = c.edition_id
    LEFT JOIN provisions p ON p.id = c.provision_id
    LEFT JOIN sections s ON s.id = p.section_id
    WHERE w.work = @work AND d.address NOT IN (SELECT value FROM json_each(@without))
    GROUP BY c.edition_id, c.provision_id
    HAVING @except IS NULL OR "from" <> @except`;
  type Asked = { work: string; without: string; except: string | null };
  const count = connection.prepare<Asked, number>(`SELECT count(*) FROM (${found})`).pluck();
  const first = connection.prepare<
    Asked & { most: number },
    Omit<IncomingCitation, 'text'> & { readonly text: StoredText }
  >(
    `SELECT f."from", d.name AS fromName, coalesce(s.heading, '') AS heading,
            coalesce(p.label, '') AS label, coalesce(p.text, g.text) AS text, c.start, c.end, c.edition
     FROM (${found} ORDER BY d.year DESC, id LIMIT @most) f
     JOIN citations c ON c.id = f.id
     JOIN editions d ON d.id = c.edition_id
     LEFT JOIN provisions p ON p.id = c.provision_id
     LEFT JOIN sections s ON s.id = p.section_id
     LEFT JOIN paragraphs g ON g.id = c.paragraph_id
     ORDER BY f.year DESC, f.id`,
  );
  return {
    citedPlaces: ({ work, without, except, most }: WantedPlaces): CitedPlaces => {
      const asked = { work, without: JSON.stringify(without), except };
      return {
        places: count.get(asked) ?? 0,
        first: first
          .all({ ...asked, most })
          .map((row) => Object.assign(row, { text: readText(row.text) })),
      };
    },
  };
}
