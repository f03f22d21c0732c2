import { useEffect } from 'preact/hooks';
import type { Health } from '../../../main/contract/machine.ts';
import { FailureNotice } from '../../parts/failure.tsx';
import { packsHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import type { Greeting } from '../../state/welcome.ts';
import { words } from '../../words/index.ts';
import { useTrainerTools, type TrainerTools } from '../frame/trainer-tools.ts';
import { TrainersOnly } from '../frame/trainers-only.tsx';
import { DataFolder } from './data-folder.tsx';
import { LibraryHealth } from './library-health.tsx';

type SettingsScreen = Screen & { readonly kind: 'settings' };
type MachineShown = NonNullable<SettingsScreen['machine']>;

interface SettingsProps {
  readonly screen: SettingsScreen;
  readonly greeting: Greeting;
}

/** Where a person's data is, whether the library is whole, and what this program is. */
export function Settings({ screen: { machine }, greeting }: SettingsProps) {
  const tools = useTrainerTools();
  return machine === null || tools === null ? (
    <TrainersOnly />
  ) : (
    <TrainersSettings shown={machine} tools={tools} greeting={greeting} />
  );
}

interface TrainersSettingsProps {
  readonly shown: MachineShown;
  readonly tools: TrainerTools;
  readonly greeting: Greeting;
}

function TrainersSettings({ shown, tools, greeting }: TrainersSettingsProps) {
  const { machine, hasShell } = tools;
  const { settingsScreen } = words;
  useEffect(() => machine.watch(), [machine]);
  const place = machine.place.value ?? shown.place;
  const health: Health | null = machine.health.value ?? shown.health;
  const failure = machine.failure.value;
  const done = machine.done.value;
  return (
    <div class="page narrow settings">
      <h1 tabIndex={-1}>{settingsScreen.name}</h1>
      <output class="outcome">{done !== null && settingsScreen[done]}</output>
      {failure !== null && <FailureNotice failure={failure} isExact />}
      {place !== null && <DataFolder place={place} tools={tools} />}
      {health !== null && <LibraryHealth health={health} tools={tools} />}
      <section aria-labelledby="settings-packs">
        <h2 id="settings-packs">{words.packsScreen.name}</h2>
        <p class="quiet">{words.packsScreen.lead}</p>
        <p>
          <a href={packsHref()}>{words.packFile.all}</a>
        </p>
      </section>
      {hasShell && (
        <section aria-labelledby="settings-log">
          <h2 id="settings-log">{settingsScreen.log}</h2>
          <p class="quiet">{settingsScreen.logLead}</p>
          <button type="button" onClick={() => void machine.reveal('log')}>
            {settingsScreen.showLog}
          </button>
        </section>
      )}
      <section aria-labelledby="settings-about">
        <h2 id="settings-about">{settingsScreen.about}</h2>
        <p>{words.homeScreen.version(shown.about.version)}</p>
        <p class="quiet">
          {words.homeScreen.counts(
            shown.about.counts.editions,
            shown.about.counts.provisions,
            shown.about.counts.citations,
          )}
        </p>
        <p class="quiet">{words.homeScreen.offline}</p>
        <p>
          <a href="#/" onClick={greeting.bringBack}>
            {settingsScreen.welcome}
          </a>
        </p>
      </section>
    </div>
  );
}
