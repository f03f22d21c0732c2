import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { themes, type Display } from '../../state/display.ts';
import { addHref, packsHref, roomHref, settingsHref } from '../../state/places/index.ts';
import type { SingleKeys } from '../../state/single-keys.ts';
import { languageFacts, languages, words, type Language } from '../../words/index.ts';
import { Navigation } from './navigation.tsx';

const headingId = 'menu-heading';

interface MenuProps {
  readonly display: Display<Language>;
  readonly singleKeys: SingleKeys;
  readonly hash: string;
  /** Whether the room may be let in from this page. */
  readonly isTrainer: boolean;
}

/** Another language draws the menu anew; who chose it there goes on there. */
let staysOpen = false;

/** The button at the end of the head, and what it opens: the ways, where the head has no room for them, and the display. */
export function Menu({ display, singleKeys, hash, isTrainer }: MenuProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  useLayoutEffect(() => {
    if (!staysOpen) return;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[name="language"]:checked')?.focus();
  }, []);
  return (
    <>
      <button
        type="button"
        class="plain menu-button"
        aria-haspopup="dialog"
        aria-label={words.navigation.menu}
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="menu" />
      </button>
      {/* The dialog itself is hit only beside its content, on the backdrop. */}
      <dialog
        ref={dialog}
        class="menu"
        aria-labelledby={headingId}
        onPointerDown={(event) => {
          if (event.target === event.currentTarget) close();
        }}
      >
        <div class="menu-content">
          <button type="button" class="plain" onClick={close} aria-label={words.display.close}>
            <Icon name="close" />
          </button>
          <Navigation hash={hash} onGo={close} />
          {isTrainer && (
            <a class="menu-room" href={roomHref} onClick={close}>
              <Icon name="room" />
              {words.roomScreen.name}
            </a>
          )}
          {isTrainer && <TrainersWays onGo={close} />}
          <h2 id={headingId}>{words.display.name}</h2>
          <Themes display={display} />
          <Languages display={display} />
          <Keys singleKeys={singleKeys} />
        </div>
      </dialog>
    </>
  );
}

/** The ways to what a trainer takes in and looks after. */
function TrainersWays({ onGo }: { readonly onGo: () => void }) {
  const ways = [
    ['add', addHref, words.addScreen.name],
    ['packs', packsHref(), words.packsScreen.name],
    ['settings', settingsHref, words.settingsScreen.name],
  ] as const;
  return (
    <ul class="menu-ways">
      {ways.map(([icon, href, name]) => (
        <li key={href}>
          <a class="menu-room" href={href} onClick={onGo}>
            <Icon name={icon} />
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Themes({ display }: { readonly display: Display<Language> }) {
  return (
    <fieldset>
      <legend>{words.display.theme}</legend>
      {themes.map((theme) => (
        <label key={theme}>
          <input
            type="radio"
            name="theme"
            checked={display.theme.value === theme}
            onChange={() => display.chooseTheme(theme)}
          />
          {words.display.themes[theme]}
        </label>
      ))}
    </fieldset>
  );
}

async function goOver(display: Display<Language>, language: Language): Promise<void> {
  staysOpen = true;
  await display.chooseLanguage(language);
  staysOpen = false;
}

function Languages({ display }: { readonly display: Display<Language> }) {
  return (
    <fieldset>
      <legend>{words.display.language}</legend>
      {languages.map((language) => (
        <label key={language}>
          <input
            type="radio"
            name="language"
            checked={display.language.value === language}
            onChange={() => void goOver(display, language)}
          />
          <span lang={language} dir={languageFacts[language].direction}>
            {languageFacts[language].name}
          </span>
        </label>
      ))}
      {!languageFacts[display.language.value].isProofread && (
        <p class="quiet">{words.display.draft}</p>
      )}
      {display.hasFailed.value && <p class="quiet">{words.display.failed}</p>}
    </fieldset>
  );
}

function Keys({ singleKeys }: { readonly singleKeys: SingleKeys }) {
  return (
    <fieldset>
      <legend>{words.display.keys}</legend>
      <label>
        <input
          type="checkbox"
          checked={singleKeys.areOn.value}
          onChange={(event) => singleKeys.choose(event.currentTarget.checked)}
        />
        {words.display.singleKeys}
      </label>
    </fieldset>
  );
}
