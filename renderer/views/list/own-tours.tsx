import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { words } from '../../words/index.ts';
import { TourFailure } from '../frame/tour-failure.tsx';
import { useTrainerTools } from '../frame/trainer-tools.ts';

/** The ways to a tour of one's own, over the list of tours. */
export function NewTours() {
  const tools = useTrainerTools();
  const field = useRef<HTMLInputElement>(null);
  const ownTours = tools?.ownTours;
  // What was said of another visit's deeds is old.
  useEffect(() => () => ownTours?.rest(), [ownTours]);
  if (ownTours === undefined) return null;
  const deleted = ownTours.deleted.value;
  return (
    <div class="tour-tools">
      <button
        type="button"
        class="main-button"
        onClick={() => void ownTours.create(words.language)}
      >
        <Icon name="plus" />
        {words.ownTours.create}
      </button>
      <button type="button" onClick={() => field.current?.click()}>
        <Icon name="open" />
        {words.ownTours.take}
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.ownTours.take}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void ownTours.take(file);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <output class="outcome">
        {deleted !== null && (
          <>
            {words.ownTours.deleted(deleted.title || words.ownTours.untitled)}{' '}
            <button type="button" onClick={() => void ownTours.bringBack()}>
              {words.ownTours.undo}
            </button>
          </>
        )}
      </output>
      <TourFailure />
    </div>
  );
}
