import type { Health } from '../../../main/contract/machine.ts';
import { Icon } from '../../parts/icon.tsx';
import { JobsView } from '../../parts/job.tsx';
import { words } from '../../words/index.ts';
import type { TrainerTools } from '../frame/trainer-tools.ts';

interface LibraryHealthProps {
  readonly health: Health;
  readonly tools: TrainerTools;
}

/** Whether the library that came with the program is as it was shipped, and the way to put it back. */
export function LibraryHealth({ health, tools: { machine, jobs } }: LibraryHealthProps) {
  const { settingsScreen } = words;
  const { state, trouble } = health;
  const isRepairing = machine.doing.value === 'repairing';
  return (
    <section aria-labelledby="settings-library">
      <h2 id="settings-library">{settingsScreen.library}</h2>
      <output class={state === 'damaged' ? 'signer is-doubtful' : 'signer'}>
        {state === 'sound' && <Icon name="check" />}
        {state === 'damaged' && <Icon name="warning" />}
        <span>{settingsScreen.health[state]}</span>
      </output>
      {trouble !== null && trouble.code !== 'library-damaged' && (
        <p class="quiet">{words.failure(trouble.code).what}</p>
      )}
      {state === 'damaged' && !isRepairing && (
        <button type="button" class="main-button" onClick={() => void machine.repair()}>
          {settingsScreen.repair}
        </button>
      )}
      {isRepairing && (
        <JobsView jobs={jobs} kinds={['repair']} waiting={settingsScreen.repairing} />
      )}
    </section>
  );
}
