import { isOperative } from '../../../main/contract/document.ts';
import { placeId } from '../../parts/place.ts';
import { hrefWithin } from '../../state/places/index.ts';
import { BlockView } from './block.tsx';
import { Chosen } from './chosen.tsx';
import type { PlannedSection } from './plan.ts';
import { SelfLink } from './self-link.tsx';
import type { Setting } from './setting.ts';

export const headingId = (address: string): string => `heading-${address}`;

interface SectionProps {
  readonly section: PlannedSection;
  readonly target: string | null;
  readonly setting: Setting;
}

export function SectionView({ section: { part, blocks }, target, setting }: SectionProps) {
  const { address, heading } = part;
  const kind = 'kind' in part ? part.kind : '';
  // The opening words are set apart from those they are spoken to, as the printed volumes do.
  const opening = heading.toLowerCase().startsWith(kind) ? kind.length : 0;
  const block = target === null ? undefined : setting.plan.places.get(target)?.block;
  return (
    <section
      class={isOperative(kind) ? 'section operative' : 'section'}
      aria-labelledby={heading === '' ? undefined : headingId(address)}
      id={placeId(address)}
      tabIndex={-1}
      aria-current={target === address ? 'location' : undefined}
    >
      {heading !== '' && (
        <>
          <h2 id={headingId(address)}>
            <i>{heading.slice(0, opening)}</i>
            {heading.slice(opening)}
          </h2>
          <SelfLink href={hrefWithin(setting.edition.address, address)} name={heading} />
        </>
      )}
      {target === address && <Chosen target={address} setting={setting} />}
      {blocks.map((one) => (
        <BlockView
          key={one.order}
          block={one}
          heading={heading}
          target={one.order === block ? target : null}
          setting={setting}
        />
      ))}
    </section>
  );
}
