import { useId } from 'preact/hooks';
import { tourLimits } from '../../../main/contract/own-tours.ts';
import { Select } from '../../parts/select.tsx';
import { hrefOf } from '../../state/places/index.ts';
import { languageFacts, languages, words } from '../../words/index.ts';
import type { Setting } from './setting.ts';
import { Written } from './written.tsx';

/** Title, lead and language, as they will stand over the tour. */
export function EditHead({ setting: { editor, tour } }: { readonly setting: Setting }) {
  const { language } = tour;
  const languageId = useId();
  const own = languages.find((one) => one === language);
  return (
    <header class="edit-head">
      <p class="kicker">
        <a href="#/library">{words.libraryScreen.name}</a>
        <span aria-hidden="true"> / </span>
        <a href="#/tours">{words.list.tours.name}</a>
        <span aria-hidden="true"> / </span>
        <a href={hrefOf(tour.address)}>{words.editScreen.kicker}</a>
      </p>
      <h1 class="for-ears" tabIndex={-1}>
        {words.editScreen.title(tour.title || words.ownTours.untitled)}
      </h1>
      <Written
        class="tour-title"
        name={words.editScreen.tourTitle}
        value={tour.title}
        language={language}
        maxLength={tourLimits.title}
        isOneLine
        onWrite={(title) => editor.change((now) => ({ ...now, title }), 'title')}
        onLeave={() => editor.seal()}
      />
      <Written
        class="tour-lead"
        name={words.editScreen.lead}
        value={tour.lead}
        language={language}
        maxLength={tourLimits.text}
        onWrite={(lead) => editor.change((now) => ({ ...now, lead }), 'lead')}
        onLeave={() => editor.seal()}
      />
      <p class="edit-facts">
        <label class="quiet" for={languageId}>
          {words.editScreen.language}
        </label>
        <Select
          id={languageId}
          value={language}
          onChoose={(next) => editor.change((now) => ({ ...now, language: next }))}
        >
          {own === undefined && <option value={language}>{language}</option>}
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {languageFacts[one].name}
            </option>
          ))}
        </Select>
      </p>
    </header>
  );
}
