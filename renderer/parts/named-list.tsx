import type { NamedAddress } from '../../main/contract/answers.ts';
import { hrefOf } from '../state/places/index.ts';
import { inLanguage } from './direction.ts';
import { Some } from './some.tsx';
import { Words } from './words.tsx';

/** A place with its name and a further line, perhaps empty. */
export type Named = Pick<NamedAddress, 'address' | 'name' | 'detail'>;

interface NamedListProps {
  readonly items: readonly Named[];
  /** How many stand there at once; the rest is folded. */
  readonly atOnce?: number;
}

/** Places of the library as links, each with its further line. */
export function NamedList({ items, atOnce = 12 }: NamedListProps) {
  return (
    <Some atOnce={atOnce} class="named">
      {items.map((item) => (
        <li key={item.address}>
          <NamedLink item={item} />
        </li>
      ))}
    </Some>
  );
}

export function NamedLink({ item: { address, name, detail } }: { readonly item: Named }) {
  return (
    <span class="named-link" {...inLanguage('en')}>
      <a href={hrefOf(address)}>
        <Words text={name} />
      </a>
      {detail !== '' && (
        <span class="detail">
          {' '}
          <Words text={detail} />
        </span>
      )}
    </span>
  );
}
