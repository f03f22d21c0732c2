import type { Exhibit } from '../../../main/contract/records.ts';
import { NamedLink } from '../../parts/named-list.tsx';
import type { NameOf } from '../../parts/names.ts';
import { compareHref, partOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

interface ExhibitsProps {
  readonly exhibits: readonly Exhibit[];
  readonly nameOf: NameOf;
}

/** What a stop shows, as links. */
export function Exhibits({ exhibits, nameOf }: ExhibitsProps) {
  return (
    <ul class="named">
      {exhibits.map((exhibit) => (
        <li key={keyOf(exhibit)}>
          <ExhibitView exhibit={exhibit} nameOf={nameOf} />
        </li>
      ))}
    </ul>
  );
}

const keyOf = (exhibit: Exhibit): string =>
  exhibit.kind === 'address' ? exhibit.address : `${exhibit.from} ${exhibit.to} ${exhibit.at}`;

function ExhibitView({ exhibit, nameOf }: { readonly exhibit: Exhibit; readonly nameOf: NameOf }) {
  if (exhibit.kind === 'address') {
    return <NamedLink item={{ address: exhibit.address, ...nameOf(exhibit.address) }} />;
  }
  const { from, to, at } = exhibit;
  return (
    <a href={compareHref({ from, to, at: at === null ? null : partOf(at) })}>
      {at === null
        ? words.tour.changedBetween(nameOf(from).name, nameOf(to).name)
        : words.tour.changedAt(nameOf(from).name, nameOf(at).name)}
    </a>
  );
}
