import { useEffect, useRef } from 'preact/hooks';
import { FailureNotice } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { JobsView } from '../../parts/job.tsx';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { useTrainerTools, type TrainerTools } from '../frame/trainer-tools.ts';
import { TrainersOnly } from '../frame/trainers-only.tsx';
import { Imported } from './imported.tsx';
import { Offered } from './offered.tsx';

interface AddProps {
  readonly screen: Screen & { readonly kind: 'add' };
}

/** What was handed to Recital, and what becomes of it. */
export function Add({ screen }: AddProps) {
  const tools = useTrainerTools();
  return !screen.isAllowed || tools === null ? <TrainersOnly /> : <TrainersAdd tools={tools} />;
}

function TrainersAdd({ tools }: { readonly tools: TrainerTools }) {
  const { adding, jobs } = tools;
  const { addScreen } = words;
  useEffect(() => adding.watch(), [adding]);
  // What was said of another visit's deeds is old.
  useEffect(() => () => adding.rest(), [adding]);
  const doing = adding.doing.value;
  const failure = adding.failure.value;
  const imported = adding.imported.value;
  return (
    <div class="page add">
      <header class="machine-head">
        <h1 tabIndex={-1}>{addScreen.name}</h1>
        <p class="lead">{addScreen.lead}</p>
        <Choose tools={tools} />
      </header>
      {doing === 'offering' && <p class="busy">{addScreen.offering}</p>}
      {doing === 'importing' && (
        <JobsView jobs={jobs} kinds={['import']} waiting={addScreen.importing} />
      )}
      {failure !== null && <FailureNotice failure={failure} />}
      {adding.refused.value.map(({ name, failure: why }) => (
        <p key={name} class="failure" role="alert">
          <strong dir="auto">{name}</strong> {words.failure(why.code).what}{' '}
          {words.failure(why.code).todo}
        </p>
      ))}
      {imported !== null && <Imported files={imported} />}
      {adding.offered.value !== null && doing !== 'importing' && (
        <Offered offered={adding.offered.value} adding={adding} hasResult={imported !== null} />
      )}
    </div>
  );
}

/** The ways to files: the system's dialogue in the program's own window, the browser's in a browser. */
function Choose({ tools: { adding, hasShell } }: { readonly tools: TrainerTools }) {
  const field = useRef<HTMLInputElement>(null);
  const { addScreen } = words;
  const isBusy = adding.doing.value !== 'nothing';
  return (
    <>
      <div class="pack-deeds">
        <button
          type="button"
          class="main-button"
          aria-disabled={isBusy}
          onClick={() => (hasShell ? void adding.pickFiles() : field.current?.click())}
        >
          <Icon name="open" />
          {addScreen.choose}
        </button>
        {hasShell && (
          <button type="button" aria-disabled={isBusy} onClick={() => void adding.pickFolder()}>
            {addScreen.chooseFolder}
          </button>
        )}
      </div>
      {!hasShell && (
        <input
          ref={field}
          type="file"
          multiple
          hidden
          aria-label={addScreen.choose}
          onChange={(event) => {
            void adding.offer([...(event.currentTarget.files ?? [])]);
            // The same file may be chosen again.
            event.currentTarget.value = '';
          }}
        />
      )}
      <p class="quiet">{addScreen.drop}</p>
    </>
  );
}
