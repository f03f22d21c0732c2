import type { Exhibit } from '../../../main/contract/records.ts';
import { NamedLink } from '../../parts/named-list.tsx';
import type { NameOf } from '../../parts/names.ts';
import { hrefOf } from '../../state/places.ts';
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
    <>
      {words.tour.changed}: <a href={hrefOf(from)}>{nameOf(from).name}</a> {words.tour.to}{' '}
      <a href={hrefOf(to)}>{nameOf(to).name}</a>
      {at !== null && (
        <>
          , {words.tour.at} <a href={hrefOf(at)}>{nameOf(at).name}</a>
        </>
      )}
    </>
  );
}
