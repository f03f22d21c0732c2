import { useEffect, useRef, useState } from 'preact/hooks';
import type { InstalledPack } from '../../../main/contract/packs.ts';
import { Icon } from '../../parts/icon.tsx';
import { settingsHref } from '../../state/places/index.ts';
import type { Packs } from '../../state/packs.ts';
import { words } from '../../words/index.ts';
import { SignerLine } from './signer-line.tsx';

interface PackProps {
  readonly pack: InstalledPack;
  readonly model: Packs;
  /** Whether it is the only one that is read. */
  readonly isOnly: boolean;
}

/** A pack that is here: what it is, whether it is read, and what can be done with it. */
export function Pack({ pack, model, isOnly }: PackProps) {
  const sure = useRef<HTMLDialogElement>(null);
  // As it was switched, until it is known how it is then.
  const [isWanted, setWanted] = useState(pack.isOn);
  useEffect(() => setWanted(pack.isOn), [pack]);
  const { packsScreen } = words;
  const { identity, title, version, publisher, counts, languages, bytes, rights } = pack;
  const isBusy = model.busy.value === identity;
  const removeId = `remove-${identity}`;
  return (
    <article class="pack" aria-labelledby={`pack-${identity}`} aria-busy={isBusy}>
      <header>
        <h3 id={`pack-${identity}`} dir="auto">
          {title}
        </h3>
        <p class="quiet">
          <span>{packsScreen.version(version)}</span> <span dir="auto">{publisher}</span>
        </p>
      </header>
      <p>{packsScreen.figures(counts.editions, languages, bytes)}</p>
      {pack.isBundled ? (
        <p class="quiet">{packsScreen.bundled}</p>
      ) : (
        <SignerLine signer={pack.signer} />
      )}
      {rights !== '' && (
        <p class="quiet" dir="auto">
          {rights}
        </p>
      )}
      {pack.trouble !== null && (
        <p class="failure">
          {packsScreen.leftOut(words.failure(pack.trouble.code).what)}{' '}
          {pack.isBundled ? (
            <a href={settingsHref}>{words.settingsScreen.repair}</a>
          ) : (
            packsScreen.mend
          )}
        </p>
      )}
      <div class="pack-deeds">
        <label>
          <input
            type="checkbox"
            checked={isWanted}
            disabled={isOnly}
            aria-label={words.ownTours.of(packsScreen.read, title)}
            onChange={(event) => {
              setWanted(event.currentTarget.checked);
              void model.switchOn(pack, event.currentTarget.checked);
            }}
          />
          {packsScreen.read}
        </label>
        {pack.previous !== null && (
          <button
            type="button"
            aria-label={words.ownTours.of(packsScreen.rollBack(pack.previous), title)}
            onClick={() => void model.rollBack(pack)}
          >
            <Icon name="undo" />
            {packsScreen.rollBack(pack.previous)}
          </button>
        )}
        {!pack.isBundled && (
          <button
            type="button"
            aria-label={words.ownTours.of(packsScreen.remove, title)}
            aria-haspopup="dialog"
            onClick={() => sure.current?.showModal()}
          >
            <Icon name="remove" />
            {packsScreen.remove}
          </button>
        )}
      </div>
      {isOnly && <p class="quiet">{packsScreen.onlyOne}</p>}
      <output class="quiet">{isBusy && packsScreen.busy}</output>
      {!pack.isBundled && (
        <dialog ref={sure} class="sure" aria-labelledby={removeId}>
          <h2 id={removeId}>{packsScreen.removeSure(title)}</h2>
          <p>{packsScreen.removeLead}</p>
          <div class="pack-deeds">
            <button
              type="button"
              class="is-grave"
              onClick={() => {
                sure.current?.close();
                // Its button goes with it; the focus stays on the screen.
                document.querySelector<HTMLElement>('main h1')?.focus();
                void model.remove(pack);
              }}
            >
              {packsScreen.remove}
            </button>
            <button type="button" onClick={() => sure.current?.close()}>
              {packsScreen.keep}
            </button>
          </div>
        </dialog>
      )}
    </article>
  );
}
