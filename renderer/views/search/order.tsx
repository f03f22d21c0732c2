import type { SearchOrder } from '../../../main/contract/api.ts';
import { changed, searchHref, type SearchPlace } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

const orders = ['relevance', 'date', 'document'] as const satisfies readonly SearchOrder[];

/** The orders in which results may stand, as links. */
export function Order({ search }: { readonly search: SearchPlace }) {
  return (
    <nav class="order" aria-label={words.searchScreen.order}>
      <ul>
        {orders.map((sort) => (
          <li key={sort}>
            <a
              href={searchHref(changed(search, { sort }))}
              aria-current={sort === search.sort ? 'true' : undefined}
            >
              {words.searchScreen.orders[sort]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
