import { useEffect, useRef } from 'preact/hooks';
import type { StickFile } from '../../../main/contract/machine.ts';
import { Some } from '../../parts/some.tsx';
import { packsHref } from '../../state/places/index.ts';
import type { Sticks } from '../../state/sticks.ts';
import { words } from '../../words/index.ts';

interface OnSticksProps {
  readonly sticks: Sticks;
  /** As the screen was opened. */
  readonly known: readonly StickFile[];
}

const atOnce = 20;

/** The packs on the sticks that are plugged in, each with the way to look at it before anything is installed. */
export function OnSticks({ sticks, known }: OnSticksProps) {
  // What is known later is asked for by the model itself.
  const atFirst = useRef(known);
  useEffect(() => sticks.watch(atFirst.current), [sticks]);
  const { onSticks, addScreen } = words;
  const files = sticks.files.value ?? known;
  const announced = sticks.announced.value;
  return (
    <section class="on-sticks" aria-labelledby="on-sticks">
      <h2 id="on-sticks">{onSticks.name}</h2>
      <output class="for-ears">{announced > 0 && onSticks.found(announced)}</output>
      {files.length === 0 ? (
        <p class="quiet">{onSticks.none}</p>
      ) : (
        <Some atOnce={atOnce} class="offered-files">
          {files.map((file) => (
            <li key={file.path}>
              <p>
                <span dir="auto">{file.name}</span>{' '}
                <span class="quiet">
                  <span dir="auto">{file.stick}</span> · {words.bytes(file.bytes)}
                </span>
              </p>
              <a
                class="as-button"
                href={packsHref(file.path)}
                aria-label={words.ownTours.of(addScreen.look, file.name)}
              >
                {addScreen.look}
              </a>
            </li>
          ))}
        </Some>
      )}
    </section>
  );
}
