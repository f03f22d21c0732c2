import type { DataPlace } from '../../../main/contract/machine.ts';
import { JobsView } from '../../parts/job.tsx';
import { words } from '../../words/index.ts';
import type { TrainerTools } from '../frame/trainer-tools.ts';

interface DataFolderProps {
  readonly place: DataPlace;
  readonly tools: TrainerTools;
}

/** Where a person's own data is; shown, and moved. */
export function DataFolder({ place, tools: { machine, jobs, hasShell } }: DataFolderProps) {
  const { settingsScreen } = words;
  const isMoving = machine.doing.value === 'moving';
  const wanted = machine.wanted.value;
  // Only the program's own window has a dialogue to choose by.
  const canMove = place.canMove && hasShell;
  return (
    <section aria-labelledby="settings-data">
      <h2 id="settings-data">{settingsScreen.data}</h2>
      <p class="quiet">{settingsScreen.dataLead}</p>
      <p class="folder" dir="ltr">
        {place.folder}
      </p>
      {place.isPortable && <p class="quiet">{settingsScreen.portable}</p>}
      {!place.isPortable && !canMove && <p class="quiet">{settingsScreen.fixed}</p>}
      {hasShell && (
        <button type="button" onClick={() => void machine.reveal('data')}>
          {settingsScreen.showFolder}
        </button>
      )}
      {canMove && !isMoving && (
        <div class="move-data">
          <h3>{settingsScreen.moveTo}</h3>
          <p class="quiet">{settingsScreen.moveHint}</p>
          {wanted !== null && (
            <p class="folder" dir="ltr">
              {wanted}
            </p>
          )}
          <div class="pack-deeds">
            <button type="button" onClick={() => void machine.pickFolder()}>
              {settingsScreen.choose}
            </button>
            {wanted !== null && (
              <button type="button" class="main-button" onClick={() => void machine.move()}>
                {settingsScreen.move}
              </button>
            )}
          </div>
        </div>
      )}
      {isMoving && <JobsView jobs={jobs} kinds={['move-data']} waiting={settingsScreen.moving} />}
    </section>
  );
}
