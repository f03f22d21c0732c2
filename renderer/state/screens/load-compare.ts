import type { ShownEdition } from '../../../main/contract/answers.ts';
import type { Api } from '../../../main/contract/api.ts';
import type { Result } from '../../../main/contract/failure.ts';
import type { EditionId } from '../../../main/contract/ids.ts';
import { sectionsOf } from '../compare.ts';
import type { ComparePlace } from '../places/index.ts';
import { trouble, type Screen } from './screen.ts';

type CompareScreen = Screen & { readonly kind: 'compare' };
type Compared = NonNullable<CompareScreen['compared']>;
type Trouble = Screen & { readonly kind: 'trouble' };

/** Asks for both texts, for what became of them and for what else there is to compare, all at once. */
export function createCompareLoader(
  api: Api,
  editionOf: (id: EditionId) => Promise<Result<ShownEdition>>,
): (place: ComparePlace) => Promise<Screen> {
  // A person goes from place to place within one comparison, with nothing to be asked anew.
  let last: { readonly key: string; readonly screen: CompareScreen } | null = null;

  return async (place) => {
    const { from, to } = place;
    const key = `${from ?? ''} ${to ?? ''}`;
    if (last?.key === key) return { ...last.screen, place };

    const catalogue = api.catalogue({});
    const compared = from === null || to === null ? null : await compare(from, to);
    if (compared !== null && 'kind' in compared) return compared;
    const listed = await catalogue;
    if (!listed.ok) return trouble(listed.error, key.trim());
    const screen = { kind: 'compare', place, editions: listed.value.editions, compared } as const;
    if (compared !== null) last = { key, screen };
    return screen;
  };

  async function compare(from: EditionId, to: EditionId): Promise<Compared | Trouble> {
    const [older, newer, comparison] = await Promise.all([
      editionOf(from),
      editionOf(to),
      api.compare({ from, to }),
    ]);
    if (!older.ok) return trouble(older.error, from);
    if (!newer.ok) return trouble(newer.error, to);
    if (!comparison.ok) return trouble(comparison.error, `${from} ${to}`);
    return {
      from: older.value,
      to: newer.value,
      sections: sectionsOf(older.value, newer.value, comparison.value),
    };
  }
}
