import type { ComponentChildren } from 'preact';
import type { EditionSummary } from '../../../main/contract/answers.ts';
import { CitationLink } from '../../parts/citation-link.tsx';
import { inLanguage } from '../../parts/direction.ts';
import { NamedList } from '../../parts/named-list.tsx';
import { Some } from '../../parts/some.tsx';
import { compareHref, hrefWithin } from '../../state/places/index.ts';
import type { Counterpart } from '../../state/reader-counterparts.ts';
import { words } from '../../words/index.ts';
import { explanationsOf } from './in-library.tsx';
import { nameOfPlace, type Place } from './plan.ts';
import type { Setting } from './setting.ts';

interface ContextProps {
  readonly place: Place;
  readonly setting: Setting;
}

/** What stands around a place: what it cites, what refers to it, what explains it, and what it is in other editions. */
export function Context({ place, setting }: ContextProps) {
  const { edition, plan } = setting;
  const links = explanationsOf(`${edition.address}#${place.address}`, edition.linkedFrom);
  const referring = plan.referredFrom.get(place.address) ?? [];
  return (
    <>
      {edition.editions.length > 1 && <OtherEditions place={place} setting={setting} />}
      <CitedHere place={place} setting={setting} />
      {referring.length > 0 && (
        <Part name={words.reader.referredFrom}>
          <ul {...inLanguage(edition.language)}>
            {referring.map((other) => (
              <li key={other.address}>
                <a href={hrefWithin(edition.address, other.address)}>{nameOfPlace(other)}</a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {links.length > 0 && (
        <Part name={words.records.inLibrary}>
          <div {...inLanguage('en')}>
            <NamedList items={links} atOnce={6} />
          </div>
        </Part>
      )}
    </>
  );
}

/** Whether there is anything around a place. */
export function hasContext({ address, provision }: Place, { edition, plan }: Setting): boolean {
  return (
    edition.editions.length > 1 ||
    (provision?.citations.length ?? 0) > 0 ||
    plan.referredFrom.has(address) ||
    explanationsOf(`${edition.address}#${address}`, edition.linkedFrom).length > 0
  );
}

interface PartProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

function Part({ name, children }: PartProps) {
  return (
    <>
      <h3>{name}</h3>
      {children}
    </>
  );
}

/** Each cited work once, by the name that the library knows it by. */
function CitedHere({ place: { address, provision }, setting }: ContextProps) {
  const { edition, citationsAt, cards } = setting;
  if (provision === null || provision.citations.length === 0) return null;
  const cited = citationsAt(`${edition.address}#${address}`, provision.citations);
  const once = [...new Map(cited.map((one) => [one.name, one])).values()];
  return (
    <Part name={words.reader.citedHere}>
      <Some atOnce={6}>
        {once.map((citation) => (
          <li key={citation.name} {...inLanguage('en')}>
            <CitationLink
              citation={citation}
              text={citation.name}
              id={`context-${address}-${citation.start}`}
              cards={cards}
            />
          </li>
        ))}
      </Some>
    </Part>
  );
}

/** Their names stand at once, what the place is there as soon as it is known, without moving anything. */
function OtherEditions({ place: { address }, setting }: ContextProps) {
  const { edition, counterparts } = setting;
  const others = counterparts.editionsBeside(edition.address, edition.editions);
  const at = counterparts.of(edition.address, edition.editions).value;
  const found = at?.(address);
  return (
    <Part name={words.reader.inOtherEditions}>
      <ul class="counterparts">
        {others.map((other) => (
          <li key={other.edition}>
            <OtherEdition
              other={other}
              isKnown={found !== undefined}
              counterpart={found?.find((one) => one.edition.edition === other.edition)}
              address={address}
              setting={setting}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface OtherEditionProps {
  readonly other: EditionSummary;
  readonly isKnown: boolean;
  readonly counterpart: Counterpart | undefined;
  readonly address: string;
  readonly setting: Setting;
}

function OtherEdition({ other, isKnown, counterpart, address, setting }: OtherEditionProps) {
  const at = counterpart?.at ?? null;
  const name = [other.place, other.year].filter(Boolean).join(', ') || other.name;
  return (
    <>
      {at === null ? (
        <span {...inLanguage('en')}>{name}</span>
      ) : (
        <a href={hrefWithin(other.edition, at)} {...inLanguage('en')}>
          {name}
        </a>
      )}
      <span class="became">
        {counterpart !== undefined && words.reader.counterparts[counterpart.status]}
        {isKnown && counterpart === undefined && words.reader.notCompared}
        {counterpart !== undefined && counterpart.status !== 'same' && (
          <>
            {' '}
            <a href={comparisonOf(setting.edition.summary, other, address, at)}>
              {words.reader.compareHere}
            </a>
          </>
        )}
      </span>
    </>
  );
}

/** The older one first, as one reads what became of it. */
function comparisonOf(
  own: EditionSummary,
  other: EditionSummary,
  address: string,
  at: string | null,
): string {
  return own.year < other.year
    ? compareHref({ from: own.edition, to: other.edition, at: at ?? `-${address}` })
    : compareHref({ from: other.edition, to: own.edition, at: address });
}
