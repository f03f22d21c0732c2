import type { ComponentChildren } from 'preact';
import { fates, type DutyEdition } from '../../../main/contract/duties.ts';
import { FilterField } from '../../parts/filter-field.tsx';
import { Select } from '../../parts/select.tsx';
import { workOf, type ActorNames } from '../../state/duties.ts';
import type { DutiesPlace } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { workName } from './work-name.ts';

interface NarrowingProps {
  readonly screen: Screen & { readonly kind: 'duties' };
  readonly place: DutiesPlace;
  readonly names: ActorNames;
  readonly onChoose: (chosen: Partial<DutiesPlace>) => void;
}

/** What narrows the table and the matrix: a text, an actor, a verb, what became of it, words. */
export function Narrowing({ screen, place, names, onChoose }: NarrowingProps) {
  const { duties, editions, actors } = screen.duties;
  const verbs = [...new Set(duties.map(({ verb }) => verb))].toSorted(names.compare);
  const chosenText = place.edition ?? place.work ?? '';
  return (
    <form class="duties-narrowing" onSubmit={(event) => event.preventDefault()}>
      <Choice
        name={words.dutiesScreen.text}
        value={chosenText}
        any={words.dutiesScreen.anyText}
        onChoose={(value) => {
          const edition = editions.find((one) => one.edition === value);
          const work = edition?.work ?? editions.find((one) => one.work === value)?.work ?? null;
          onChoose({ work, edition: edition?.edition ?? null });
        }}
      >
        <Texts editions={editions} />
      </Choice>
      <Choice
        name={words.dutiesScreen.actor}
        value={place.actor ?? ''}
        any={words.dutiesScreen.anyActor}
        onChoose={(value) => onChoose({ actor: actors.find((one) => one === value) ?? null })}
      >
        {actors
          .toSorted((a, b) => names.compare(names.nameOf(a), names.nameOf(b)))
          .map((actor) => (
            <option key={actor} value={actor}>
              {names.nameOf(actor)}
            </option>
          ))}
      </Choice>
      <Choice
        name={words.dutiesScreen.verb}
        value={place.verb ?? ''}
        any={words.dutiesScreen.anyVerb}
        onChoose={(value) => onChoose({ verb: value || null })}
      >
        {verbs.map((verb) => (
          <option key={verb} value={verb}>
            {verb}
          </option>
        ))}
      </Choice>
      <Choice
        name={words.dutiesScreen.fate}
        value={place.fate ?? ''}
        any={words.dutiesScreen.anyFate}
        onChoose={(value) => onChoose({ fate: fates.find((one) => one === value) ?? null })}
      >
        {fates.map((fate) => (
          <option key={fate} value={fate}>
            {words.dutiesScreen.fates[fate]}
          </option>
        ))}
      </Choice>
      <label class="duties-words">
        <span class="choice-name">{words.dutiesScreen.words}</span>
        <FilterField
          name={words.dutiesScreen.words}
          placeholder={words.dutiesScreen.words}
          value={place.words}
          onType={(typed) => onChoose({ words: typed })}
        />
      </label>
    </form>
  );
}

/** Works, each with its editions where there are several. */
function Texts({ editions }: { readonly editions: readonly DutyEdition[] }) {
  const works = [...Map.groupBy(editions, ({ edition }) => workOf(edition))];
  return works.map(([work, own]) => {
    const [newest] = own;
    if (newest === undefined) return null;
    if (own.length === 1)
      return (
        <option key={work} value={newest.edition}>
          {newest.name}
        </option>
      );
    return (
      <optgroup key={work} label={workName(newest)}>
        <option value={work}>{words.dutiesScreen.allEditions}</option>
        {own.map(({ edition, name }) => (
          <option key={edition} value={edition}>
            {name}
          </option>
        ))}
      </optgroup>
    );
  });
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  /** What is said where nothing is chosen. */
  readonly any: string;
  readonly onChoose: (value: string) => void;
  readonly children: ComponentChildren;
}

function Choice({ name, value, any, onChoose, children }: ChoiceProps) {
  return (
    <label>
      <span class="choice-name">{name}</span>
      <Select value={value} class={value === '' ? undefined : 'is-chosen'} onChoose={onChoose}>
        <option value="">{any}</option>
        {children}
      </Select>
    </label>
  );
}
