import { tourLimits, type OwnExhibit, type OwnStop } from '../../../main/contract/own-tours.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { createNames, type NameOf } from '../../parts/names.ts';
import { Words } from '../../parts/words.tsx';
import { compareHref, hrefOf, partOf } from '../../state/places/index.ts';
import { withExhibit, withExhibitAt, withExhibitChanged } from '../../state/tour-editor-change.ts';
import { words } from '../../words/index.ts';
import type { Setting } from './setting.ts';
import { Find } from './find.tsx';

interface ExhibitListProps {
  readonly stop: OwnStop;
  readonly setting: Setting;
}

/** What a stop shows, by name and with its first words, and the way to more of it. */
export function ExhibitList({ stop, setting }: ExhibitListProps) {
  const { editor, say, makeFinder } = setting;
  const nameOf = createNames(editor.names.value);
  const { show } = stop;

  function move(from: number, to: number): void {
    if (to >= 0 && to < show.length) editor.change((now) => withExhibitAt(now, stop.id, from, to));
  }
  function takeOut(at: number, name: string): void {
    editor.change((now) => withExhibitChanged(now, stop.id, at, null));
    say(words.editScreen.exhibitRemoved(name));
    requestAnimationFrame(() => document.getElementById('find-exhibit')?.focus());
  }
  return (
    <section class="edit-exhibits" aria-labelledby="edit-shows">
      <h4 id="edit-shows" class="choice-name">
        {words.tour.show}
      </h4>
      {show.length === 0 && <p class="hint">{words.editScreen.showsNothing}</p>}
      <ul>
        {[...show.entries()].map(([at, exhibit]) => {
          const name = nameOfExhibit(exhibit, nameOf);
          return (
            <li
              key={`${keyOf(exhibit)} ${show.slice(0, at).filter((one) => keyOf(one) === keyOf(exhibit)).length}`}
            >
              <p class="exhibit" {...inLanguage('en')}>
                <a href={hrefOfExhibit(exhibit)}>
                  <Words text={name} />
                </a>
                <ExhibitWords exhibit={exhibit} nameOf={nameOf} />
              </p>
              <p class="exhibit-tools">
                {show.length > 1 && (
                  <>
                    <button
                      type="button"
                      class="plain"
                      aria-label={words.ownTours.of(words.editScreen.up, name)}
                      aria-disabled={at === 0}
                      onClick={() => move(at, at - 1)}
                    >
                      <Icon name="up" />
                    </button>
                    <button
                      type="button"
                      class="plain"
                      aria-label={words.ownTours.of(words.editScreen.down, name)}
                      aria-disabled={at === show.length - 1}
                      onClick={() => move(at, at + 1)}
                    >
                      <Icon name="down" />
                    </button>
                  </>
                )}
                <button
                  type="button"
                  class="plain"
                  aria-label={words.ownTours.of(words.editScreen.takeOut, name)}
                  onClick={() => takeOut(at, name)}
                >
                  <Icon name="close" />
                </button>
              </p>
            </li>
          );
        })}
      </ul>
      {show.length < tourLimits.exhibits && (
        <Find
          makeFinder={makeFinder}
          onChoose={({ exhibit, name }) => {
            editor.change((now) => withExhibit(now, stop.id, exhibit));
            say(words.editScreen.exhibitAdded(name));
          }}
        />
      )}
    </section>
  );
}

/** The words that were chosen; of a thing without words of its own, what is known of it besides its name. */
function ExhibitWords({ exhibit, nameOf }: { exhibit: OwnExhibit; nameOf: NameOf }) {
  const { quotation } = exhibit;
  const besides = exhibit.kind === 'address' ? nameOf(exhibit.address).detail : '';
  const text = quotation === null ? besides : quotation.exact;
  return text === '' ? null : (
    <span class={quotation === null ? 'besides' : 'chosen-words'}>
      <Words text={text} />
    </span>
  );
}

const keyOf = (exhibit: OwnExhibit): string =>
  exhibit.kind === 'address' ? exhibit.address : `${exhibit.from} ${exhibit.to} ${exhibit.at}`;

export function nameOfExhibit(exhibit: OwnExhibit, nameOf: NameOf): string {
  if (exhibit.kind === 'address') return nameOf(exhibit.address).name;
  const { from, to, at } = exhibit;
  return at === null
    ? words.tour.changedBetween(nameOf(from).name, nameOf(to).name)
    : words.tour.changedAt(nameOf(from).name, nameOf(at).name);
}

function hrefOfExhibit(exhibit: OwnExhibit): string {
  if (exhibit.kind === 'address') return hrefOf(exhibit.address);
  const { from, to, at } = exhibit;
  return compareHref({ from, to, at: at === null ? null : partOf(at) });
}
