import type { Health, OwnHealth } from '../../../main/contract/machine.ts';
import { FailureNotice } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { JobsView } from '../../parts/job.tsx';
import { words } from '../../words/index.ts';
import type { TrainerTools } from '../frame/trainer-tools.ts';

interface LibraryHealthProps {
  readonly health: Health;
  readonly tools: TrainerTools;
}

/** Whether the library that came with the program is as it was shipped, and the way to put it back; and why the person's own is not read. */
export function LibraryHealth({ health, tools }: LibraryHealthProps) {
  const { machine, jobs } = tools;
  const { settingsScreen } = words;
  const { state, trouble, own } = health;
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
      <OwnLibrary own={own} tools={tools} />
    </section>
  );
}

interface OwnLibraryProps {
  readonly own: OwnHealth;
  readonly tools: TrainerTools;
}

/** The person's own documents, where they are not read: that they are being brought up to date, or why they could not be. */
function OwnLibrary({ own: { isUpgrading, trouble }, tools: { jobs } }: OwnLibraryProps) {
  const { settingsScreen } = words;
  if (isUpgrading)
    return <JobsView jobs={jobs} kinds={['upgrade']} waiting={settingsScreen.ownUpgrading} />;
  if (trouble === null) return null;
  return (
    <>
      <p class="signer is-doubtful">
        <Icon name="warning" />
        <span>{settingsScreen.ownLeftOut}</span>
      </p>
      <FailureNotice failure={trouble} isExact />
    </>
  );
}
