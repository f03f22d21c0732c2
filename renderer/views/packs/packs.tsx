import { useEffect } from 'preact/hooks';
import { FailureNotice } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { addHref } from '../../state/places/index.ts';
import type { PackDeed } from '../../state/packs.ts';
import type { PacksHere, Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { useTrainerTools, type TrainerTools } from '../frame/trainer-tools.ts';
import { TrainersOnly } from '../frame/trainers-only.tsx';
import { OnSticks } from './on-sticks.tsx';
import { Pack } from './pack.tsx';
import { PackFileView } from './pack-file.tsx';
import { Publishers } from './publishers.tsx';

interface PacksViewProps {
  readonly screen: Screen & { readonly kind: 'packs' };
}

/** The packs that are here and who signs them; or one file, before it is installed. */
export function PacksView({ screen: { place, here } }: PacksViewProps) {
  const tools = useTrainerTools();
  if (here === null || tools === null) return <TrainersOnly />;
  return place.file === null ? (
    <Here here={here} tools={tools} />
  ) : (
    <PackFileView key={place.file} path={place.file} tools={tools} />
  );
}

interface HereProps {
  readonly here: PacksHere;
  readonly tools: TrainerTools;
}

function Here({
  here: { packs, publishers, onSticks },
  tools: { packs: model, sticks },
}: HereProps) {
  const { packsScreen } = words;
  // What was said of another visit's deeds is old.
  useEffect(() => () => model.rest(), [model]);
  const done = model.done.value;
  const failure = model.failure.value;
  const read = packs.filter(({ isOn }) => isOn);
  return (
    <div class="page packs">
      <header class="machine-head">
        <h1 tabIndex={-1}>{packsScreen.name}</h1>
        <p class="lead">{packsScreen.lead}</p>
        <p>
          <a class="as-button is-main" href={addHref}>
            <Icon name="plus" />
            {packsScreen.add}
          </a>
        </p>
      </header>
      <output class="outcome">{done !== null && saidOf(done)}</output>
      {failure !== null && <FailureNotice failure={failure} isExact />}
      {/* First: whoever has plugged a stick in looks for what is on it. */}
      <OnSticks sticks={sticks} known={onSticks} />
      <section aria-labelledby="packs-here">
        <h2 id="packs-here">{packsScreen.here}</h2>
        <ul class="pack-list">
          {packs.map((pack) => (
            <li key={pack.identity}>
              <Pack pack={pack} model={model} isOnly={pack.isOn && read.length === 1} />
            </li>
          ))}
        </ul>
      </section>
      <Publishers publishers={publishers} model={model} />
    </div>
  );
}

function saidOf(deed: PackDeed): string {
  return words.packsScreen.deed(
    deed.kind,
    deed.title,
    deed.kind === 'back' ? deed.version : undefined,
  );
}
