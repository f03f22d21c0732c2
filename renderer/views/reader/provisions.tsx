import type { IncomingLink } from '../../../main/contract/answers.ts';
import type { Footnote, Provision } from '../../../main/contract/document.ts';
import type { EditionId } from '../../../main/contract/ids.ts';
import { useRef } from 'preact/hooks';
import { useIsNear } from '../../parts/near.ts';
import { placeId } from '../../parts/place.ts';
import { FigureView, TableView } from '../../parts/table.tsx';
import { focusOn, markId, noteId, Text } from '../../parts/text.tsx';
import type { Cards } from '../../state/card.ts';
import type { Definitions } from '../../state/definitions.ts';
import { hrefWithin } from '../../state/places.ts';
import { words } from '../../words/index.ts';
import type { CitationsAt } from './citation-index.ts';
import { ContextOfPlace } from './in-library.tsx';

/** What every provision of an open edition needs to be set. */
export interface Setting {
  readonly edition: EditionId;
  readonly citationsAt: CitationsAt;
  /** The section or provision that was asked for. */
  readonly target: string | null;
  /** What of the library explains that place. */
  readonly context: readonly IncomingLink[];
  readonly cards: Cards;
  readonly definitions: Definitions;
}

interface ProvisionsProps {
  readonly provisions: readonly Provision[];
  /** Names the place for ears: the section's heading, with the labels of enclosing provisions. */
  readonly heading: string;
  readonly setting: Setting;
}

/** Provisions with their labels hanging in the margin; those within one are set in from it. */
export function Provisions({ provisions, heading, setting }: ProvisionsProps) {
  if (provisions.length === 0) return null;
  return (
    <ol class="provisions">
      {provisions.map((provision, order) => (
        <li key={provision.address}>
          <ProvisionView
            provision={provision}
            name={`${heading} ${provision.label || words.reader.unlabelled(order + 1)}`}
            setting={setting}
          />
        </li>
      ))}
    </ol>
  );
}

interface ProvisionProps {
  readonly provision: Provision;
  readonly name: string;
  readonly setting: Setting;
}

function ProvisionView({ provision, name, setting }: ProvisionProps) {
  const { address, label, text, footnotes, citations, references, provisions } = provision;
  const { table, figure } = provision;
  const place = `${setting.edition}#${address}`;
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(ref);
  return (
    <>
      <div
        ref={ref}
        class={label === '' ? 'provision is-unlabelled' : 'provision'}
        id={placeId(address)}
        tabIndex={-1}
        aria-current={setting.target === address ? 'location' : undefined}
      >
        {label !== '' && <span class="label">{label}</span>}
        <p>
          <Text
            text={text}
            citations={setting.citationsAt(place, citations)}
            footnotes={footnotes}
            references={references}
            edition={setting.edition}
            name={address}
            cards={setting.cards}
            definitions={isNear ? setting.definitions : undefined}
          />
          <SelfLink href={hrefWithin(setting.edition, address)} name={name} />
        </p>
        {table !== undefined && <TableView table={table} />}
        {figure !== undefined && <FigureView figure={figure} />}
        {footnotes.map((footnote) => (
          <Note key={footnote.mark} footnote={footnote} address={address} />
        ))}
        {setting.target === address && <ContextOfPlace links={setting.context} />}
      </div>
      <Provisions provisions={provisions} heading={name} setting={setting} />
    </>
  );
}

/** The link of a section or provision to itself: quiet until the pointer or the focus is near. */
export function SelfLink({ href, name }: { readonly href: string; readonly name: string }) {
  return (
    <a class="self" href={href} aria-label={words.reader.linkTo(name)}>
      ¶
    </a>
  );
}

/** A footnote in its place: under the provision whose text bears its mark. */
function Note({ footnote, address }: { readonly footnote: Footnote; readonly address: string }) {
  const { mark, text } = footnote;
  return (
    <div
      class="note"
      role="note"
      id={noteId(address, mark)}
      tabIndex={-1}
      aria-label={words.reader.footnote(mark)}
    >
      <button
        type="button"
        aria-label={words.reader.backToText(mark)}
        onClick={() => focusOn(markId(address, mark))}
      >
        {mark}
      </button>
      <p>{text}</p>
    </div>
  );
}
