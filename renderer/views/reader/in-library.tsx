import type { IncomingLink } from '../../../main/contract/answers.ts';
import type { Address } from '../../../main/contract/ids.ts';
import { inLanguage } from '../../parts/direction.ts';
import { hrefOf, partOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

/** What explains a text, by the list that it is found in; what only mentions the text is left to the search. */
const groups = [
  { list: 'tours', kinds: ['tour', 'stop'] },
  { list: 'handbooks', kinds: ['handbook', 'chapter'] },
  { list: 'topics', kinds: ['topic'] },
] as const;

/** The stops, chapters and topics that lead to an address or a part of it, each once, in the order of the groups. */
export function explanationsOf(
  address: string,
  links: readonly IncomingLink[],
): readonly IncomingLink[] {
  const own = links.filter(({ to }) => isWithin(to, address));
  const once = [...new Map(own.map((link) => [link.address, link])).values()];
  return groups.flatMap((group) => once.filter((link) => isIn(group, link)));
}

const isIn = ({ kinds }: (typeof groups)[number], { kind }: IncomingLink): boolean =>
  kinds.some((one) => one === kind);

function isWithin(place: string, address: string): boolean {
  if (!place.startsWith(address)) return false;
  const next = place.charAt(address.length);
  return next === '' || next === '#' || next === '.';
}

/** At the foot of a text: the tours, handbooks and topics that explain it, each with its parts that do. */
export function InLibrary({ links }: { readonly links: readonly IncomingLink[] }) {
  if (links.length === 0) return null;
  return (
    <section class="in-library" aria-labelledby="foot-library">
      <h2 id="foot-library">{words.records.inLibrary}</h2>
      <dl {...inLanguage('en')}>
        {groups.map((group) => {
          const own = links.filter((link) => isIn(group, link));
          return own.length === 0 ? null : (
            <div key={group.list}>
              <dt {...inLanguage(words.language)}>{words.list[group.list].name}</dt>
              {group.list === 'topics' ? (
                <dd>
                  <Parts parts={own} />
                </dd>
              ) : (
                <Holders links={own} />
              )}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

const holderOf = (address: Address): Address => address.replace(/#.*$/, '') as Address;

/** Tours by their stops' numbers, handbooks by their chapters' names. */
function Holders({ links }: { readonly links: readonly IncomingLink[] }) {
  return [...Map.groupBy(links, ({ address }) => holderOf(address))].map(([holder, parts]) => {
    const itself = parts.find(({ address }) => address === holder);
    const own = parts.filter(({ address }) => address !== holder);
    return (
      <dd key={holder}>
        <a href={hrefOf(holder)}>{itself?.name ?? own[0]?.detail ?? holder}</a>
        <Parts parts={own} />
      </dd>
    );
  });
}

function Parts({ parts }: { readonly parts: readonly IncomingLink[] }) {
  if (parts.length === 0) return null;
  return (
    <ul class="parts">
      {parts.map(({ address, kind, name }) => (
        <li key={address}>
          {kind === 'stop' ? (
            <a href={hrefOf(address)} class="number" aria-label={name}>
              {partOf(address)}
            </a>
          ) : (
            <a href={hrefOf(address)}>{name}</a>
          )}
        </li>
      ))}
    </ul>
  );
}
