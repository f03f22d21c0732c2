import { words } from '../../words/index.ts';
import { useTrainerTools } from './trainer-tools.ts';

/** Why the last thing that was done with a whole tour did not work. */
export function TourFailure() {
  const failure = useTrainerTools()?.ownTours.failure.value ?? null;
  return failure === null ? null : (
    <p class="failure" role="alert">
      {words.ownTours.failed(words.failure(failure).what)}
    </p>
  );
}
