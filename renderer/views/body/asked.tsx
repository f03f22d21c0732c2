import type { Action } from '../../../main/contract/answers.ts';
import type { BodyRecord } from '../../../main/contract/records.ts';
import { labelInPlace } from '../../parts/place.ts';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../../state/places.ts';
import { words } from '../../words/index.ts';

interface AskedProps {
  readonly record: BodyRecord;
  /** Newest edition first. */
  readonly actions: readonly Action[];
}

/** What the texts ask of a body, edition by edition, in their own words. */
export function Asked({ record, actions }: AskedProps) {
  return (
    <section class="asked-of" aria-labelledby="body-asked">
      <h2 id="body-asked" tabIndex={-1}>
        {words.bodyScreen.asked}
      </h2>
      {actions.length === 0 && <p>{words.bodyScreen.askedNothing}</p>}
      {[...Map.groupBy(actions, ({ edition }) => edition)].map(([edition, own]) => (
        <div key={edition} class="asked-in">
          <h3>
            <a href={hrefOf(edition)}>{own[0]?.name}</a>
          </h3>
          {[...Map.groupBy(own, sectionOf)].map(([section, asked]) => (
            <Request key={section} actions={asked} isAlone={speaksToItAlone(record, asked)} />
          ))}
        </div>
      ))}
    </section>
  );
}

/** The section that an action stands in; under one heading two may be spoken to. */
const sectionOf = ({ address, actor }: Action): string => `${address.split('.', 1)[0]} ${actor}`;

const speaksToItAlone = (record: BodyRecord, actions: readonly Action[]): boolean =>
  actions.some(({ actor }) => record.actors.includes(actor));

interface RequestProps {
  readonly actions: readonly Action[];
  /** Whether the body is spoken to by its own name, not as one of several. */
  readonly isAlone: boolean;
}

/** One section's requests, under its heading. */
function Request({ actions, isAlone }: RequestProps) {
  const [first] = actions;
  if (first === undefined) return null;
  const { heading, verb, actor, collaborators } = first;
  const opening = heading.toLowerCase().startsWith(verb) ? verb.length : 0;
  return (
    <div class="request">
      <h4>
        <i>{heading.slice(0, opening)}</i>
        <Words text={heading.slice(opening)} />
      </h4>
      {!isAlone && <p class="collective">{words.bodyScreen.askedAsOneOf(words.actor(actor))}</p>}
      {collaborators.length > 0 && (
        <p class="quiet">{words.bodyScreen.together(collaborators.map(words.actor))}</p>
      )}
      <ul>
        {actions.map(({ address, label, text }) => (
          <li key={address}>
            {label === '' ? (
              <a href={hrefOf(address)} class="label" aria-label={words.reader.linkTo(heading)}>
                ¶
              </a>
            ) : (
              <a href={hrefOf(address)} class="label">
                {labelInPlace(address, label)}
              </a>
            )}
            <p>
              <Words text={text} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
