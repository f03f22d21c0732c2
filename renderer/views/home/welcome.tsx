import type { RecordSummary } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { Select } from '../../parts/select.tsx';
import type { Display } from '../../state/display.ts';
import { hrefOf, settingsHref } from '../../state/places/index.ts';
import type { Welcome } from '../../state/screens/index.ts';
import type { Greeting } from '../../state/welcome.ts';
import { languageFacts, languages, words, type Language } from '../../words/index.ts';

interface WelcomeViewProps {
  readonly welcome: Welcome;
  readonly tours: readonly RecordSummary[];
  readonly greeting: Greeting;
  /** Whether the page stands in the program's own window, which alone can move the folder. */
  readonly hasShell: boolean;
  readonly display: Display<Language>;
}

/** For the first minute with the program: a tour, the language, and where one's data is kept. */
export function WelcomeView({ welcome, tours, greeting, hasShell, display }: WelcomeViewProps) {
  // The one about a single text that is here, which asks for no knowledge of the others.
  const tour = tours.find(({ address }) => address === 'tour/resolution-92') ?? tours[0];
  return (
    <section class="welcome" aria-labelledby="welcome">
      <h2 id="welcome">{words.welcome.name}</h2>
      <button
        type="button"
        class="plain"
        aria-label={words.welcome.close}
        onClick={() => {
          greeting.putAway();
          // The button goes with the rest; the focus stays on the screen.
          document.querySelector<HTMLElement>('main h1')?.focus();
        }}
      >
        <Icon name="close" />
      </button>
      <p class="what">{words.welcome.lead}</p>
      {tour !== undefined && (
        <p class="welcome-tour">
          <a
            class="as-button is-main"
            href={hrefOf(tour.address)}
            aria-describedby="welcome-tour"
            onClick={greeting.putAway}
          >
            {words.welcome.tour}
            <Icon name="arrow" />
          </a>
          <span id="welcome-tour" class="name" {...inLanguage('en')}>
            {tour.name}
          </span>
        </p>
      )}
      <div class="welcome-choice">
        <label for="welcome-language">{words.display.language}</label>
        <Select
          id="welcome-language"
          value={display.language.value}
          onChoose={(chosen) => {
            const language = languages.find((one) => one === chosen);
            if (language !== undefined) void display.chooseLanguage(language);
          }}
        >
          {languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {languageFacts[language].name}
            </option>
          ))}
        </Select>
      </div>
      {welcome.place !== null && (
        <p class="welcome-data">
          {words.welcome.data}{' '}
          <span class="folder" dir="ltr">
            {welcome.place.folder}
          </span>{' '}
          {welcome.place.canMove && hasShell && <a href={settingsHref}>{words.welcome.change}</a>}
        </p>
      )}
    </section>
  );
}
