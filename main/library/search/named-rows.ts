import type { Connection } from '../opening.ts';
import type { Named } from './need.ts';

/** An entry as the tables know it. */
export type NamedRow =
  | { readonly kind: 'place'; readonly row: number }
  | { readonly kind: 'title'; readonly row: number }
  | { readonly kind: 'provision'; readonly row: number };

/** Finds the rows of what a query names, and of what speaks of that. */
export function createNamedRows(connection: Connection) {
  const places = connection
    .prepare<[string], number>('SELECT id FROM record_places WHERE address = ?')
    .pluck();
  const editions = connection
    .prepare<[string], number>('SELECT id FROM editions WHERE address = ?')
    .pluck();
  const provisions = connection
    .prepare<{ edition: string; section: string; path: string }, number>(
      `SELECT p.id FROM editions d JOIN sections s ON s.edition_id = d.id JOIN provisions p ON p.section_id = s.id
       WHERE d.address = @edition AND s.address = @section AND (@path = '' OR p.path = @path) ORDER BY p.id`,
    )
    .pluck();
  const citing = connection
    .prepare<[string], number>(
      `SELECT DISTINCT c.provision_id FROM citations c JOIN works w ON w.id = c.work_id
       WHERE w.work = ? AND c.provision_id IS NOT NULL ORDER BY c.provision_id`,
    )
    .pluck();
  const addressed = connection
    .prepare<[string], number>(
      `SELECT DISTINCT p.id FROM actors a JOIN provisions p ON p.section_id = a.section_id
       WHERE a.actor = ? AND a.is_addressee = 1 ORDER BY p.id`,
    )
    .pluck();

  return {
    things: ({ things }: Named): NamedRow[] =>
      things.flatMap((address): NamedRow[] => {
        const [edition = '', inside] = address.split('#');
        const found = places.all(address).map((row) => ({ kind: 'place' as const, row }));
        if (found.length > 0) return found;
        if (inside === undefined)
          return editions.all(edition).map((row) => ({ kind: 'title' as const, row }));
        const dot = inside.indexOf('.');
        const section = dot < 0 ? inside : inside.slice(0, dot);
        const path = dot < 0 ? '' : inside.slice(dot + 1);
        return provisions
          .all({ edition, section, path })
          .map((row) => ({ kind: 'provision' as const, row }));
      }),
    /** Rows of provisions. */
    citing: ({ works, actors }: Named): number[] => [
      ...works.flatMap((work) => citing.all(work)),
      ...actors.flatMap((actor) => addressed.all(actor)),
    ],
  };
}
