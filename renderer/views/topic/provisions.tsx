import type { Address } from '../../../main/contract/ids.ts';
import { inLanguage } from '../../parts/direction.ts';
import type { NameOf } from '../../parts/names.ts';
import { Words } from '../../parts/words.tsx';
import { hrefOf, partOf } from '../../state/places/index.ts';

interface ProvisionsProps {
  readonly addresses: readonly Address[];
  readonly nameOf: NameOf;
}

/** Places in texts, under their documents and sections: what leads there is the label, not the whole name. */
export function Provisions({ addresses, nameOf }: ProvisionsProps) {
  const places = addresses.map((address) => ({ address, ...nameOf(address) }));
  const documents = Map.groupBy(places, ({ inText, name }) => inText?.document ?? name);
  return [...documents].map(([document, inDocument]) => (
    <section key={document} class="topic-text" {...inLanguage('en')}>
      <h3>{document}</h3>
      {[...Map.groupBy(inDocument, ({ inText }) => inText?.section ?? '')].map(([section, own]) => (
        <Section
          key={section}
          name={section}
          // A section that is meant as a whole is where its own name leads.
          whole={own.find(({ address }) => isSection(address))?.address}
          places={own.filter(({ address }) => !isSection(address))}
        />
      ))}
    </section>
  ));
}

const isSection = (address: Address): boolean => !(partOf(address) ?? '').includes('.');

interface SectionProps {
  readonly name: string;
  readonly whole: Address | undefined;
  readonly places: readonly (ReturnType<NameOf> & { readonly address: Address })[];
}

function Section({ name, whole, places }: SectionProps) {
  return (
    <div class="topic-section">
      <p class="quiet">{whole === undefined ? name : <a href={hrefOf(whole)}>{name}</a>}</p>
      <ul>
        {places.map(({ address, name: full, detail, inText }) => (
          <li key={address}>
            <a href={hrefOf(address)} aria-label={full}>
              {inText?.label || '\u00b6'}
            </a>
            <span>
              <Words text={detail} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
