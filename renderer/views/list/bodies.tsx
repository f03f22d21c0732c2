import type { RecordSummary } from '../../../main/contract/answers.ts';
import { words } from '../../words/index.ts';
import { Entries } from './entries.tsx';

/** What stands above the Sectors or outside the Union comes after them. */
const sectors = ['itu-t', 'itu-r', 'itu-d', null] as const;

/** Bodies by Sector. */
export function Bodies({ records }: { readonly records: readonly RecordSummary[] }) {
  const bySector = Map.groupBy(
    records,
    ({ body }) => sectors.find((sector) => sector === body) ?? null,
  );
  return sectors.map((sector) => {
    const own = bySector.get(sector) ?? [];
    const id = `sector-${sector ?? 'others'}`;
    return own.length === 0 ? null : (
      <section key={id} class="list-group" aria-labelledby={id}>
        <h2 id={id}>{sector === null ? words.list.others : words.body(sector)}</h2>
        <Entries records={own} level={3} />
      </section>
    );
  });
}
