import type { Duty, DutyEdition } from '../../../main/contract/duties.ts';
import type { BodyRecord } from '../../../main/contract/records.ts';
import { actorName } from '../../parts/actor-names.ts';
import { inLanguage } from '../../parts/direction.ts';
import { FateLink } from '../../parts/fate.tsx';
import { labelInPlace } from '../../parts/place.ts';
import { Words } from '../../parts/words.tsx';
import { dutiesHref, hrefOf } from '../../state/places/index.ts';
import type { OfBody } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';

interface AskedProps {
  readonly record: BodyRecord;
  readonly duties: OfBody['duties'];
}

/** What the texts ask of a body, edition by edition, in their own words, and what became of it. */
export function Asked({ record, duties: { duties, editions } }: AskedProps) {
  const byEdition = Map.groupBy(duties, ({ edition }) => edition);
  // Newest first, whatever the work.
  const asking = editions
    .filter(({ edition }) => byEdition.has(edition))
    .toSorted((a, b) => b.year - a.year);
  const actors = new Set(duties.map(({ actor }) => actor));
  const own = record.actors.find((actor) => actors.has(actor)) ?? [...actors][0];
  return (
    <section class="asked-of" aria-labelledby="body-asked">
      <h2 id="body-asked" tabIndex={-1}>
        {words.bodyScreen.asked}
      </h2>
      {asking.length === 0 && <p>{words.bodyScreen.askedNothing}</p>}
      {own !== undefined && (
        <p class="asked-elsewhere">
          <a href={dutiesHref({ actor: own })}>{words.bodyScreen.asTable}</a>
          <a href={dutiesHref({ actor: own, view: 'matrix' })}>{words.bodyScreen.asMatrix}</a>
        </p>
      )}
      {asking.map((edition) => (
        <AskedIn
          key={edition.edition}
          record={record}
          edition={edition}
          duties={byEdition.get(edition.edition) ?? []}
        />
      ))}
    </section>
  );
}

interface AskedInProps {
  readonly record: BodyRecord;
  readonly edition: DutyEdition;
  readonly duties: readonly Duty[];
}

function AskedIn({ record, edition, duties }: AskedInProps) {
  return (
    <div class="asked-in">
      <h3>
        <a href={hrefOf(edition.edition)}>
          <span {...inLanguage('en')}>{edition.name}</span>
        </a>
      </h3>
      {[...Map.groupBy(duties, sectionOf)].map(([section, asked]) => (
        <Request
          key={section}
          duties={asked}
          edition={edition}
          isAlone={asked.some(({ actor }) => record.actors.includes(actor))}
        />
      ))}
    </div>
  );
}

/** The section that a duty stands in, or stood in; under one heading two may be spoken to. */
const sectionOf = ({ address, actor, fate }: Duty): string =>
  `${address.split('.', 1)[0]} ${actor} ${fate === 'gone' ? '' : 'now'}`;

interface RequestProps {
  readonly duties: readonly Duty[];
  readonly edition: DutyEdition;
  /** Whether the body is spoken to by its own name, not as one of several. */
  readonly isAlone: boolean;
}

/** One section's requests, under its heading. */
function Request({ duties, edition, isAlone }: RequestProps) {
  const [first] = duties;
  if (first === undefined) return null;
  const { heading, verb, actor, collaborators, fate } = first;
  const opening = heading.toLowerCase().startsWith(verb) ? verb.length : 0;
  const language = inLanguage(edition.language);
  return (
    <div class={fate === 'gone' ? 'request is-gone' : 'request'}>
      {fate === 'gone' && <p class="collective">{words.bodyScreen.askedNoMore}</p>}
      <h4 {...language}>
        <i>{heading.slice(0, opening)}</i>
        <Words text={heading.slice(opening)} />
      </h4>
      {!isAlone && <p class="collective">{words.bodyScreen.askedAsOneOf(actorName(actor))}</p>}
      {collaborators.length > 0 && (
        <p class="quiet">{words.bodyScreen.together(collaborators.map(actorName))}</p>
      )}
      <ul>
        {duties.map((duty) => (
          <li key={duty.address}>
            <a
              href={hrefOf(duty.address)}
              class="label"
              aria-label={duty.label === '' ? words.reader.linkTo(heading) : undefined}
            >
              {duty.label === '' ? '¶' : labelInPlace(duty.address, duty.label)}
            </a>
            <p {...language}>
              <Words text={duty.text} />
            </p>
            {duty.fate !== null && <FateLink duty={duty} edition={edition} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
