import type { Provision } from '../../../main/contract/document.ts';
import { placeId } from '../../parts/place.ts';
import { FigureView, TableView } from '../../parts/table.tsx';
import { Text } from '../../parts/text.tsx';
import { hrefWithin } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { Chosen } from './chosen.tsx';
import type { TermsAt } from './first-terms.ts';
import { SelfLink } from './self-link.tsx';
import type { Setting } from './setting.ts';

interface Shared {
  /** The section or provision that was asked for. */
  readonly target: string | null;
  readonly terms: TermsAt;
  readonly setting: Setting;
}

interface ProvisionsProps extends Shared {
  readonly provisions: readonly Provision[];
  /** How many of the same list stand before these. */
  readonly first?: number;
  /** Names the place for ears: the section's heading, with the labels of enclosing provisions. */
  readonly heading: string;
}

/** Provisions with their labels hanging in the margin; those within one are set in from it. */
export function Provisions({ provisions, first = 0, heading, ...shared }: ProvisionsProps) {
  if (provisions.length === 0) return null;
  return (
    <ol class="provisions">
      {provisions.map((provision, order) => (
        <li key={provision.address}>
          <ProvisionView
            provision={provision}
            name={`${heading} ${provision.label || words.reader.unlabelled(first + order + 1)}`}
            {...shared}
          />
        </li>
      ))}
    </ol>
  );
}

interface ProvisionProps extends Shared {
  readonly provision: Provision;
  readonly name: string;
}

function ProvisionView({ provision, name, ...shared }: ProvisionProps) {
  const { address, label, text, footnotes, citations, references, provisions } = provision;
  const { table, figure } = provision;
  const { target, terms, setting } = shared;
  const edition = setting.edition.address;
  return (
    <>
      <div
        class={label === '' ? 'provision is-unlabelled' : 'provision'}
        id={placeId(address)}
        tabIndex={-1}
        aria-current={target === address ? 'location' : undefined}
      >
        {label !== '' && <span class="label">{label}</span>}
        <p>
          <Text
            text={text}
            citations={setting.citationsAt(`${edition}#${address}`, citations)}
            footnotes={footnotes}
            references={references}
            terms={terms.get(address)}
            edition={edition}
            name={address}
            cards={setting.cards}
            definitions={setting.definitions}
            notes={setting.notes}
          />
          <SelfLink href={hrefWithin(edition, address)} name={name} />
        </p>
        {table !== undefined && <TableView table={table} />}
        {figure !== undefined && <FigureView figure={figure} />}
        {target === address && <Chosen target={address} setting={setting} />}
      </div>
      <Provisions provisions={provisions} heading={name} {...shared} />
    </>
  );
}
