import type { SuggestionKind } from '../../contract/answers.ts';
import type { ActorId } from '../../contract/ids.ts';
import type { Naming } from '../new-edition.ts';
import type { Connection } from '../opening.ts';
import { rowInOrder } from '../schema.ts';
import {
  actorEntries,
  citedEntries,
  editionEntries,
  sectionEntries,
  sectionRows,
  type DocumentSuggestion,
  type SuggestionEntry,
} from './entries.ts';
import { joinedWordsOf, wordsOf } from './words.ts';

/** Keeps the suggestions in step with one edition at a time, as `write-suggestions.ts` fills them for all. */
export interface OwnSuggestions {
  /** Both take the edition's row; its texts must be in the tables. */
  add(edition: number): void;
  remove(edition: number): void;
  /** To be called once a removed edition is gone from the tables: what was suggested for its sake alone goes too. */
  tidy(): void;
}

/** As kinds come in suggestions that fit equally well. */
const rankOfKind = { edition: 0, actor: 1, work: 2, section: 3 } satisfies Partial<
  Record<SuggestionKind, number>
>;

/** The words of names, as the full-text index gets them. */
const streamOf = (text: string): string => [...wordsOf(text), ...joinedWordsOf(text)].join(' ');

interface KnownActor {
  readonly id: number;
  readonly year: number;
}

export function prepareOwnSuggestions(connection: Connection, naming: Naming): OwnSuggestions {
  const identity = connection.prepare<[number], { address: string; work: string; year: number }>(
    'SELECT d.address, w.work, d.year FROM editions d JOIN works w ON w.id = d.work_id WHERE d.id = ?',
  );
  const nextNumber = connection
    .prepare<[], number>('UPDATE numbers SET last = last + 1 RETURNING last')
    .pluck();
  const insert = connection.prepare<
    Omit<SuggestionEntry, 'aliases' | 'alsoFoundBy'> & {
      rank: number;
      year: number;
      number: number;
      aliases: string;
    }
  >(
    `INSERT INTO suggestions (id, kind, text, address, aliases)
     VALUES (${rowInOrder('@rank', '@year', '@number')}, @kind, @text, @address, @aliases)`,
  );
  const insertWords = connection.prepare<[number, string, string]>(
    'INSERT INTO suggestion_words (rowid, text, others) VALUES (?, ?, ?)',
  );
  const removeRow = connection.prepare<[number]>('DELETE FROM suggestions WHERE id = ?');
  const removeWords = connection.prepare<[number]>('DELETE FROM suggestion_words WHERE rowid = ?');
  const at = connection
    .prepare<[string], number>('SELECT id FROM suggestions WHERE address = ?')
    .pluck();
  // '$' is the character after '#', so that this is every address within the edition.
  const within = connection
    .prepare<{ edition: string }, number>(
      `SELECT id FROM suggestions
       WHERE address = @edition OR (address >= @edition || '#' AND address < @edition || '$')`,
    )
    .pluck();
  // The section that an actor leads to stands in an edition, whose year it is compared by.
  const actorCalled = connection.prepare<[string], KnownActor>(
    `SELECT g.id, d.year FROM suggestions g
     JOIN editions d ON d.address = substr(g.address, 1, instr(g.address, '#') - 1)
     WHERE g.kind = 'actor' AND g.text = ?`,
  );
  const actorsOf = connection
    .prepare<[number], string>(
      `SELECT DISTINCT a.actor FROM actors a JOIN sections s ON s.id = a.section_id
       WHERE s.edition_id = ? AND a.is_addressee = 1`,
    )
    .pluck();
  const newestSpeakingTo = connection
    .prepare<{ actor: string; but: number }, number>(
      `SELECT d.id FROM actors a JOIN sections s ON s.id = a.section_id JOIN editions d ON d.id = s.edition_id
       WHERE a.actor = @actor AND a.is_addressee = 1 AND d.id <> @but
       ORDER BY d.year DESC, d.edition DESC, d.id LIMIT 1`,
    )
    .pluck();
  const orphans = connection
    .prepare<[], number>(
      `SELECT id FROM suggestions
       WHERE kind = 'work' AND NOT EXISTS (SELECT 1 FROM works WHERE work = suggestions.address)`,
    )
    .pluck();

  const put = (entry: DocumentSuggestion, year: number): void => {
    const { alsoFoundBy, aliases, ...rest } = entry;
    const number = nextNumber.get() ?? 0;
    const { lastInsertRowid } = insert.run({
      ...rest,
      aliases: aliases.join('\n'),
      rank: rankOfKind[entry.kind],
      year,
      number,
    });
    insertWords.run(
      Number(lastInsertRowid),
      streamOf(entry.text),
      streamOf([...aliases, alsoFoundBy].join('\n')),
    );
  };
  const drop = (ids: readonly number[]): void => {
    for (const id of ids) {
      removeRow.run(id);
      removeWords.run(id);
    }
  };
  const putActor = (entry: DocumentSuggestion, year: number): void => {
    const known = actorCalled.get(entry.text);
    if (known !== undefined && known.year > year) return;
    if (known !== undefined) drop([known.id]);
    put(entry, year);
  };

  return {
    add: (edition) => {
      const known = identity.get(edition);
      if (known === undefined) return;
      drop(at.all(known.work));
      const rows = sectionRows(connection, edition);
      for (const entry of editionEntries(connection, edition)) put(entry, known.year);
      for (const entry of actorEntries(rows, naming)) putActor(entry, known.year);
      for (const entry of citedEntries(connection, edition))
        if (at.get(entry.address) === undefined) put(entry, 0);
      for (const entry of sectionEntries(rows, naming)) put(entry, known.year);
    },
    remove: (edition) => {
      const known = identity.get(edition);
      if (known === undefined) return;
      drop(within.all({ edition: known.address }));
      // An actor that led to this edition leads to the newest other one that speaks to it.
      for (const actor of actorsOf.all(edition)) {
        const other = newestSpeakingTo.get({ actor, but: edition });
        if (other === undefined) continue;
        const names = new Set(naming.namesOfActor(actor as ActorId));
        const entry = actorEntries(sectionRows(connection, other), naming).find(({ text }) =>
          names.has(text),
        );
        if (entry !== undefined && actorCalled.get(entry.text) === undefined)
          put(entry, identity.get(other)?.year ?? 0);
      }
    },
    tidy: () => drop(orphans.all()),
  };
}
